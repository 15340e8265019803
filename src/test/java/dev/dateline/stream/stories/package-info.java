/** What the stories leave in Kafka for the next release. */
@NullMarked
package dev.dateline.stream.stories;

import org.jspecify.annotations.NullMarked;
