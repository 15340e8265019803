package dev.dateline.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Sums by key, in whole numbers: they depend on what was added and not removed, not on the order. Each key has a label. */
final class Tally {
    private static final Comparator<Map.Entry<String, Sum>> LEAST_FIRST =
            Comparator.<Map.Entry<String, Sum>>comparingLong(entry -> entry.getValue().sum)
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder());

    private final Map<String, Sum> sums = new HashMap<>();

    /** A sum under the label that was added with it most often, ties by the label. */
    record Entry(String key, String label, long sum) {}

    private static final class Sum {
        private final Map<String, Integer> labels = new HashMap<>(2);
        private long sum;

        String label() {
            return labels.entrySet().stream()
                    .min(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    void add(String key, String label, long more) {
        Sum sum = sums.computeIfAbsent(key, fresh -> new Sum());
        sum.sum += more;
        sum.labels.merge(label, 1, Integer::sum);
    }

    /** Takes away what was added. */
    void remove(String key, String label, long less) {
        Sum sum = sums.get(key);
        if (sum != null) {
            sum.sum -= less;
            sum.labels.computeIfPresent(label, (same, times) -> times == 1 ? null : times - 1);
            if (sum.labels.isEmpty()) {
                sums.remove(key);
            }
        }
    }

    /** The greatest sums first, ties by key. */
    List<Entry> greatest(int most) {
        PriorityQueue<Map.Entry<String, Sum>> best = new PriorityQueue<>(most + 1, LEAST_FIRST);
        for (Map.Entry<String, Sum> entry : sums.entrySet()) {
            if (best.size() < most || LEAST_FIRST.compare(entry, best.element()) > 0) {
                best.add(entry);
                if (best.size() > most) {
                    best.remove();
                }
            }
        }
        return best.stream()
                .sorted(LEAST_FIRST.reversed())
                .map(entry -> new Entry(entry.getKey(), entry.getValue().label(), entry.getValue().sum))
                .toList();
    }
}
