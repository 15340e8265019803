package dev.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How near one article lies to every concept. Immutable. */
final class Similarities {
    /** Concepts with a say in the choice of top-level subjects. */
    private static final int VOTERS = 25;

    private final List<Near> ranked;

    /** A concept at a cosine of −1 to 1 from the article. */
    record Near(Concept concept, double cosine) {}

    Similarities(List<Concept> concepts, float[] cosines) {
        List<Near> near = new ArrayList<>(cosines.length);
        for (int i = 0; i < cosines.length; i++) {
            near.add(new Near(concepts.get(i), cosines[i]));
        }
        // Equal cosines by code, so that a replay ranks them alike.
        near.sort(Comparator.comparingDouble(Near::cosine)
                .reversed()
                .thenComparing(n -> n.concept().code()));
        this.ranked = List.copyOf(near);
    }

    /** All concepts, the nearest first. */
    List<Near> ranked() {
        return ranked;
    }

    /** The share of each top-level subject in the votes of the nearest concepts, in the order of their nearest one. */
    Map<String, Double> shares() {
        Map<String, Double> votes = new LinkedHashMap<>();
        double all = 0;
        for (Near near : ranked.subList(0, Math.min(VOTERS, ranked.size()))) {
            double vote = Math.max(0, near.cosine());
            votes.merge(near.concept().top(), vote, Double::sum);
            all += vote;
        }
        double sum = Math.max(all, Double.MIN_NORMAL);
        votes.replaceAll((top, vote) -> vote / sum);
        return votes;
    }
}
