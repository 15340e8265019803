/** The exactly-once loop on the Kafka clients: fair buffers, short transactions beside the work, dead letters, routes. */
@NullMarked
package dev.dateline.stream;

import org.jspecify.annotations.NullMarked;
