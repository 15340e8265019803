package dev.dateline.enrich.topics;

import java.util.Comparator;

/** A concept and how well it fits, 0 to 1. */
record Scored(Concept concept, double score) {
    /** The best first; equals by code, so that a replay ranks them alike. */
    static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.concept().code());
}
