package dev.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mentions of one entity while they are being gathered. */
final class EntityGroup {
    /** Nobody has more names; a text made to look so must not cost more. */
    private static final int MOST_NAMES = 16;

    private final List<Name> fullNames = new ArrayList<>();
    private final Map<Name, Integer> counts = new LinkedHashMap<>();
    private int lastMention = -1;
    private @Nullable Name canonical;

    /** A way to write the name, by which later mentions may be recognised. */
    void addName(Name name) {
        if (fullNames.size() < MOST_NAMES) {
            fullNames.add(name);
        }
    }

    /** Counts a mention, by its place among the article's mentions. */
    void addMention(int mention, Name name) {
        lastMention = mention;
        counts.merge(name, 1, Integer::sum);
    }

    boolean covers(Name brief) {
        return fullNames.stream().anyMatch(name -> SameName.matches(name, brief));
    }

    boolean hasGivenName(Name single) {
        return fullNames.stream()
                .anyMatch(name -> name.words().size() > 1 && name.first().equals(single.last()));
    }

    /** The last mention so far, −1 if there is none. */
    int lastMention() {
        return lastMention;
    }

    /**
     * The fullest form used: several words before several with an initial before a single one, then the most frequent one. Ask when
     * all mentions are in.
     */
    Name canonical() {
        if (canonical == null) {
            Comparator<Map.Entry<Name, Integer>> byWeight = Comparator.<Map.Entry<Name, Integer>>comparingInt(
                            entry -> entry.getKey().fullness())
                    .thenComparingInt(Map.Entry::getValue)
                    .thenComparingInt(entry -> entry.getKey().words().size())
                    .thenComparing(entry -> entry.getKey().shown(), Comparator.reverseOrder());
            Name fullest = counts.size() == 1
                    ? counts.keySet().iterator().next()
                    : counts.entrySet().stream().max(byWeight).orElseThrow().getKey();
            canonical = WellKnownNames.resolved(fullest);
        }
        return canonical;
    }
}
