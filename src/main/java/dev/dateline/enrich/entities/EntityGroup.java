package dev.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mentions of one entity while they are being gathered. */
final class EntityGroup {
    private final List<Name> fullNames = new ArrayList<>();
    private final List<Integer> mentions = new ArrayList<>();
    private final Map<Name, Integer> counts = new LinkedHashMap<>();

    EntityGroup(Name name) {
        fullNames.add(name);
    }

    /** Another way to write the name. */
    void addName(Name name) {
        fullNames.add(name);
    }

    /** Counts a mention, by its place among the article's mentions. */
    void addMention(int mention, Name name) {
        mentions.add(mention);
        counts.merge(name, 1, Integer::sum);
    }

    boolean covers(Name brief) {
        return fullNames.stream().anyMatch(name -> SameName.matches(name, brief));
    }

    boolean hasGivenName(Name single) {
        return fullNames.stream()
                .anyMatch(name -> name.words().size() > 1 && name.first().equals(single.last()));
    }

    /** In text order. */
    List<Integer> mentions() {
        return mentions;
    }

    /** The last mention before {@code mention}, −1 if there is none. */
    int lastBefore(int mention) {
        int last = -1;
        for (int each : mentions) {
            last = each < mention ? Math.max(last, each) : last;
        }
        return last;
    }

    /** The fullest form used: what is written with several words before what is not, then the most frequent one. */
    Name canonical() {
        Comparator<Map.Entry<Name, Integer>> byWeight = Comparator.<Map.Entry<Name, Integer>>comparingInt(
                        entry -> entry.getKey().words().size() > 1 ? 1 : 0)
                .thenComparingInt(Map.Entry::getValue)
                .thenComparingInt(entry -> entry.getKey().words().size())
                .thenComparing(entry -> entry.getKey().shown(), Comparator.reverseOrder());
        Name name =
                counts.entrySet().stream().max(byWeight).map(Map.Entry::getKey).orElse(fullNames.get(0));
        return WellKnownNames.resolved(name);
    }
}
