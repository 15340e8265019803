package dev.dateline.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the verifier found: counts by kind of fault, and the first few of each. */
final class Verdict {
    static final String LOST = "lost";
    static final String DUPLICATED = "duplicated";
    static final String OUT_OF_ORDER = "out-of-order";
    /** Wrong code, wrong bytes, a good one among the letters or a bad one among the enriched. */
    static final String WRONG = "wrong";
    /** Stories that a recomputation does not give. */
    static final String STORIES = "stories-differ";
    /** Partitions on which a transaction was left open. */
    static final String HANGING = "hanging";

    private static final List<String> KINDS = List.of(LOST, DUPLICATED, OUT_OF_ORDER, WRONG, STORIES, HANGING);
    private static final int SHOWN = 10;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<String> examples = new ArrayList<>();

    Verdict() {
        KINDS.forEach(kind -> counts.put(kind, 0));
    }

    void fault(String kind, String what) {
        if (counts.merge(kind, 1, Integer::sum) <= SHOWN) {
            examples.add(kind + ": " + what);
        }
    }

    Map<String, Integer> counts() {
        return counts;
    }

    List<String> examples() {
        return examples;
    }

    boolean clean() {
        return counts.values().stream().allMatch(count -> count == 0);
    }
}
