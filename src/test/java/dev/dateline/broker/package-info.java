/** A real Kafka broker inside the test's own JVM, since there may be no container to run one in. */
@NullMarked
package dev.dateline.broker;

import org.jspecify.annotations.NullMarked;
