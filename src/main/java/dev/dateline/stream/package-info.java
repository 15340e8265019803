/** The exactly-once loop on the Kafka clients: fair buffers, one short transaction a batch, dead letters, routes. */
@NullMarked
package dev.dateline.stream;

import org.jspecify.annotations.NullMarked;
