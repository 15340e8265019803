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

/**
 * The three topics of the stories, key by key and byte by byte, against a recomputation from the enriched articles. Of an
 * article whose language has changed, what the old desk says late may be missing, and nothing else.
 */
final class StoriesCheck {
    private static final Map<String, Channel> TOPICS = Map.of(
            "stories.changes", Channel.STORY_CHANGES,
            "articles.stories", Channel.ARTICLE_STORIES,
            "stories", Channel.STORIES);

    private final Verdict verdict;
    private final Map<String, Map<String, List<String>>> told = new HashMap<>();
    private final Recomputation recomputed = new Recomputation();
    /** Found of those that must all be there. */
    private int records;

    StoriesCheck(Verdict verdict) {
        this.verdict = verdict;
    }

    void check(String bootstrap, Duration within, Duration after) {
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
        int expected = 0;
        for (Map.Entry<String, Channel> topic : TOPICS.entrySet()) {
            for (Map.Entry<String, List<String>> each :
                    recomputed.told(topic.getValue()).entrySet()) {
                expected += mayLack(topic.getKey(), each.getKey())
                        ? 0
                        : each.getValue().size();
            }
        }
        if (expected == 0) {
            verdict.fault(Verdict.STORIES, "the recomputation tells no story at all");
        }
        try (Reading stories =
                new Reading(bootstrap, "read_committed", TOPICS.keySet().toArray(String[]::new))) {
            int all = expected;
            stories.read(this::take, () -> records >= all, within, after);
        }
        TOPICS.forEach(
                (topic, channel) -> compare(topic, recomputed.told(channel), told.getOrDefault(topic, Map.of())));
    }

    private boolean mayLack(String topic, String key) {
        return topic.equals("articles.stories") && recomputed.moved().contains(key);
    }

    private void take(ConsumerRecord<byte[], byte[]> story) {
        String key = new String(story.key(), StandardCharsets.UTF_8);
        records += mayLack(story.topic(), key) ? 0 : 1;
        told.computeIfAbsent(story.topic(), topic -> new HashMap<>())
                .computeIfAbsent(key, first -> new ArrayList<>())
                .add(new String(story.value(), StandardCharsets.UTF_8));
    }

    private void compare(String topic, Map<String, List<String>> expected, Map<String, List<String>> found) {
        expected.forEach((key, values) -> {
            List<String> got = found.getOrDefault(key, List.of());
            if (!got.equals(values) && !(mayLack(topic, key) && endsAs(values, got))) {
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

    /** Whether some of the values were found, in their order, the last one last. */
    private static boolean endsAs(List<String> values, List<String> found) {
        int next = 0;
        for (String value : values) {
            if (next < found.size() && found.get(next).equals(value)) {
                next++;
            }
        }
        return next == found.size()
                && !found.isEmpty()
                && found.get(found.size() - 1).equals(values.get(values.size() - 1));
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "none";
    }
}
