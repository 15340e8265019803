/**
 * The role {@code stories} on Kafka Streams: articles sorted by language, a desk for each language, what it decides out to
 * the topics, and the read side over the same state.
 */
@NullMarked
package dev.dateline.stream.stories;

import org.jspecify.annotations.NullMarked;
