package dev.dateline.stream.stories;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

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

    private static DeskKey read(String key) {
        int space = key.indexOf(' ');
        return new DeskKey(key.substring(0, space), key.substring(space + 1));
    }
}
