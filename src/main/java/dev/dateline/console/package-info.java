/** The HTTP side: the live feed out of Kafka, articles into Kafka. */
@NullMarked
package dev.dateline.console;

import org.jspecify.annotations.NullMarked;
