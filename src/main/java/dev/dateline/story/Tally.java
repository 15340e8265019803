package dev.dateline.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums by key, in whole numbers: they depend on what was added and not removed, not on the order. Each key has a label. */
final class Tally {
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
        List<Map.Entry<String, Sum>> best = new ArrayList<>(most + 1);
        for (Map.Entry<String, Sum> entry : sums.entrySet()) {
            if (best.size() == most && !ahead(entry, best.get(most - 1))) {
                continue;
            }
            int at = best.size();
            while (at > 0 && ahead(entry, best.get(at - 1))) {
                at--;
            }
            best.add(at, entry);
            if (best.size() > most) {
                best.remove(most);
            }
        }
        return best.stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue().label(), entry.getValue().sum))
                .toList();
    }

    private static boolean ahead(Map.Entry<String, Sum> entry, Map.Entry<String, Sum> other) {
        int greater = Long.compare(entry.getValue().sum, other.getValue().sum);
        return greater > 0 || (greater == 0 && entry.getKey().compareTo(other.getKey()) < 0);
    }
}
