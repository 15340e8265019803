package dev.dateline.stream.stories;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Which partition each language is on, and so on which instance: always one, whole. State stays where it was written, so
 * neither the answers of a spread nor the order of its list may ever change; a better one is a further constant.
 */
public enum LanguageSpread {
    /** The languages that most news is in lie apart, those with the least of it beside those with the most. */
    VOLUME {
        @Override
        int partition(String language, int partitions) {
            int rank = BY_VOLUME.indexOf(language);
            if (rank < 0) {
                return HASH.partition(language, partitions);
            }
            // There and back, so that the first partition does not get the largest of every row.
            int place = rank % partitions;
            return rank / partitions % 2 == 0 ? place : partitions - 1 - place;
        }
    },
    /** By a hash of the tag alone, as up to version 0.1: half of what is written may lie together. */
    HASH {
        @Override
        int partition(String language, int partitions) {
            return Utils.toPositive(Utils.murmur2(language.getBytes(StandardCharsets.UTF_8))) % partitions;
        }
    };

    /** The default languages, those with the most news first. A rough order is enough. */
    private static final List<String> BY_VOLUME = List.of(
            "en", "es", "zh", "ar", "ru", "de", "fr", "pt", "ja", "it", "tr", "fa", "id", "ko", "pl", "uk", "nl", "vi",
            "hi", "ro", "el", "cs", "hu", "sv", "th", "bn", "he", "bg", "sr", "hr", "da", "fi", "nb", "ur");

    abstract int partition(String language, int partitions);

    StreamPartitioner<DeskKey, byte[]> partitioner() {
        return (topic, key, value, partitions) -> Optional.of(Set.of(partition(key.language(), partitions)));
    }
}
