package dev.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model makes of one article: concepts with their probabilities.
 *
 * @param first the likeliest subject, and how likely it is that an editor would agree
 * @param further the other subjects, the best first
 * @param finer the concepts below that are likely enough, the best first
 */
record Reading(Scored first, List<Scored> further, List<Scored> finer) {

    /** @param leastFiner probability that a finer concept needs */
    static Reading of(Evidence evidence, Calibration calibration, double leastFiner) {
        List<Scored> further = new ArrayList<>();
        evidence.further().forEach(each -> further.add(scored(each, calibration.further())));
        further.sort(Scored.BEST_FIRST);
        List<Scored> finer = new ArrayList<>();
        evidence.eachFiner((concept, features) -> {
            double likely = calibration.finer().probability(features);
            if (likely >= leastFiner) {
                finer.add(new Scored(concept, likely));
            }
        });
        finer.sort(Scored.BEST_FIRST);
        return new Reading(scored(evidence.first(), calibration.first()), further, finer);
    }

    private static Scored scored(Evidence.Case each, Logistic weighed) {
        return new Scored(each.concept(), weighed.probability(each.features()));
    }
}
