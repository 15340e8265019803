package dev.dateline.enrich.entities;

import dev.dateline.enrich.entities.knowledge.Entry;
import dev.dateline.enrich.entities.knowledge.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the clear cases say of where the article plays. */
final class Evidence {
    private static final double MOST_VOTES = 2;

    private final Map<String, Map<String, Integer>> countries = new HashMap<>();
    private final Map<String, Set<String>> regionsOf = new HashMap<>();
    private final Map<String, Set<String>> regions = new HashMap<>();

    void add(Entry entry, int mentions) {
        entry.country().ifPresent(country -> {
            countries.computeIfAbsent(country, unseen -> new HashMap<>()).put(entry.id(), mentions);
            entry.region().ifPresent(region -> {
                regions.computeIfAbsent(region, unseen -> new HashSet<>()).add(entry.id());
                if (entry.kind() == Kind.REGION) {
                    regionsOf
                            .computeIfAbsent(country, unseen -> new HashSet<>())
                            .add(region);
                }
            });
        });
    }

    boolean speaksOf(String country) {
        return countries.containsKey(country);
    }

    /** Mentions of the country and of what lies in it, the entry itself not counted, up to two. */
    double votes(String country, Entry self, int ownMentions) {
        Map<String, Integer> of = countries.getOrDefault(country, Map.of());
        int all = of.values().stream().mapToInt(Integer::intValue).sum();
        return Math.min(MOST_VOTES, all - (of.containsKey(self.id()) ? ownMentions : 0));
    }

    /** Other regions of the country that the article names. */
    int regionsBeside(String country, Entry self) {
        Set<String> of = regionsOf.getOrDefault(country, Set.of());
        return of.size() - (self.region().map(of::contains).orElse(false) ? 1 : 0);
    }

    /** 1 if something else in the region is named, else 0. */
    int votesOfRegion(String region, Entry self) {
        Set<String> in = regions.getOrDefault(region, Set.of());
        return in.size() - (in.contains(self.id()) ? 1 : 0) > 0 ? 1 : 0;
    }
}
