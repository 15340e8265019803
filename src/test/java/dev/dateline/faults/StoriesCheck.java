package dev.dateline.faults;

import dev.dateline.wire.Channel;
import dev.dateline.wire.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The three topics of the stories, key by key and byte by byte, against a recomputation from the enriched articles. */
final class StoriesCheck {
    private static final Map<String, Channel> TOPICS = Map.of(
            "stories.changes", Channel.STORY_CHANGES,
            "articles.stories", Channel.ARTICLE_STORIES,
            "stories", Channel.STORIES);

    private final Verdict verdict;
    private final Map<String, Map<String, List<String>>> told = new HashMap<>();
    private int records;

    StoriesCheck(Verdict verdict) {
        this.verdict = verdict;
    }

    void check(String bootstrap, Duration within, Duration after) {
        Recomputation recomputed = new Recomputation();
        try (Reading enriched = new Reading(bootstrap, "read_committed", "articles.enriched")) {
            enriched.read(
                    article -> {
                        try {
                            recomputed.take(article);
                        } catch (UnreadableException unreadable) {
                            verdict.fault(Verdict.WRONG, "unreadable: " + unreadable);
                        }
                    },
                    () -> true,
                    Duration.ZERO,
                    Duration.ofMillis(500));
        }
        int expected = TOPICS.values().stream()
                .flatMap(channel -> recomputed.told(channel).values().stream())
                .mapToInt(List::size)
                .sum();
        if (expected == 0) {
            verdict.fault(Verdict.STORIES, "the recomputation tells no story at all");
        }
        try (Reading stories =
                new Reading(bootstrap, "read_committed", TOPICS.keySet().toArray(String[]::new))) {
            stories.read(this::take, () -> records >= expected, within, after);
        }
        TOPICS.forEach(
                (topic, channel) -> compare(topic, recomputed.told(channel), told.getOrDefault(topic, Map.of())));
    }

    private void take(ConsumerRecord<byte[], byte[]> story) {
        records++;
        told.computeIfAbsent(story.topic(), topic -> new HashMap<>())
                .computeIfAbsent(new String(story.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
                .add(new String(story.value(), StandardCharsets.UTF_8));
    }

    private void compare(String topic, Map<String, List<String>> expected, Map<String, List<String>> found) {
        expected.forEach((key, values) -> {
            List<String> got = found.getOrDefault(key, List.of());
            if (!got.equals(values)) {
                int same = 0;
                while (same < Math.min(got.size(), values.size())
                        && got.get(same).equals(values.get(same))) {
                    same++;
                }
                verdict.fault(
                        Verdict.STORIES,
                        "%s %s: %d records for %d, the first that differs: %s for %s"
                                .formatted(topic, key, got.size(), values.size(), at(got, same), at(values, same)));
            }
        });
        found.keySet().stream()
                .filter(key -> !expected.containsKey(key))
                .forEach(key -> verdict.fault(Verdict.STORIES, topic + " " + key + ": not expected"));
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "none";
    }
}
