package dev.dateline.enrich.topics;

import dev.dateline.enrich.Stage;
import dev.dateline.enrich.Topic;
import java.util.Comparator;

/** A concept and how well it fits, 0 to 1. */
record Scored(Concept concept, double score) {
    /** The best first; equals by code, so that a replay ranks them alike. */
    static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.concept().code());

    Scored atLeast(double least) {
        return least > score ? new Scored(concept, least) : this;
    }

    Topic topic(Stage by) {
        return new Topic(concept.code(), concept.label(), concept.level(), concept.top(), score, by);
    }
}
