package dev.dateline.stream.stories;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Key of a record that a desk publishes.
 *
 * @param published the record's key
 * @param version of the article, where the record says which story it is in; else 0
 */
@SuppressWarnings("ArrayRecordComponent")
record OutputKey(byte[] published, long version) {
    /** On the way to {@link AssignmentOrder}. */
    static final Serde<OutputKey> SERDE = Serdes.serdeFrom(
            (topic, key) -> ByteBuffer.allocate(Long.BYTES + key.published.length)
                    .putLong(key.version)
                    .put(key.published)
                    .array(),
            (topic, bytes) -> read(ByteBuffer.wrap(bytes)));

    /** On the topics that others read. */
    static final Serde<OutputKey> PUBLISHED = Serdes.serdeFrom((topic, key) -> key.published, (topic, bytes) -> {
        throw new UnsupportedOperationException("nothing reads it back");
    });

    /** All versions of an article on one partition. */
    static final StreamPartitioner<OutputKey, byte[]> BY_ARTICLE = (topic, key, value, partitions) ->
            Optional.of(Set.of(Utils.toPositive(Utils.murmur2(key.published)) % partitions));

    private static OutputKey read(ByteBuffer bytes) {
        long version = bytes.getLong();
        byte[] published = new byte[bytes.remaining()];
        bytes.get(published);
        return new OutputKey(published, version);
    }
}
