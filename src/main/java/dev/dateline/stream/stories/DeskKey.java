package dev.dateline.stream.stories;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Key of the articles sorted by language.
 *
 * @param language primary language subtag, or {@code und}
 * @param uri of the article
 */
record DeskKey(String language, String uri) {
    static final Serde<DeskKey> SERDE = Serdes.serdeFrom(
            (topic, key) -> (key.language + ' ' + key.uri).getBytes(StandardCharsets.UTF_8),
            (topic, bytes) -> read(new String(bytes, StandardCharsets.UTF_8)));

    /** All articles of a language on one partition. */
    static final StreamPartitioner<DeskKey, byte[]> BY_LANGUAGE =
            (topic, key, value, partitions) -> Optional.of(Set.of(partition(key.language, partitions)));

    static int partition(String language, int partitions) {
        return Utils.toPositive(Utils.murmur2(language.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private static DeskKey read(String key) {
        int space = key.indexOf(' ');
        return new DeskKey(key.substring(0, space), key.substring(space + 1));
    }
}
