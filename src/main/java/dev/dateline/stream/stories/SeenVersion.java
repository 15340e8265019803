package dev.dateline.stream.stories;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What is remembered of an article's last version.
 *
 * @param language whose desk has it
 * @param version the higher, the newer
 * @param seenAt when its record was written, in milliseconds
 */
record SeenVersion(String language, long version, long seenAt) {
    static final Serde<SeenVersion> SERDE =
            Serdes.serdeFrom((topic, seen) -> seen == null ? null : seen.bytes(), (topic, bytes) -> read(bytes));

    private byte[] bytes() {
        byte[] tag = language.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + tag.length)
                .putLong(version)
                .putLong(seenAt)
                .put(tag)
                .array();
    }

    private static SeenVersion read(byte[] bytes) {
        ByteBuffer entry = ByteBuffer.wrap(bytes);
        long version = entry.getLong();
        long seenAt = entry.getLong();
        return new SeenVersion(StandardCharsets.UTF_8.decode(entry).toString(), version, seenAt);
    }
}
