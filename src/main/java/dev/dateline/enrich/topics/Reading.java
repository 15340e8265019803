package dev.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model makes of one article: every concept with its probability.
 *
 * @param first the likeliest subject, and how likely it is that an editor would agree
 * @param further the other subjects, the best first
 * @param finer the concepts below whose subject is not out of the question, the best first
 */
record Reading(Scored first, List<Scored> further, List<Scored> finer) {

    static Reading of(Evidence evidence, Calibration calibration) {
        return new Reading(
                scored(evidence.first(), calibration.first()),
                scored(evidence.further(), calibration.further()),
                scored(evidence.finer(), calibration.finer()));
    }

    private static List<Scored> scored(List<Evidence.Case> cases, Logistic weighed) {
        List<Scored> scored = new ArrayList<>(cases.size());
        for (Evidence.Case each : cases) {
            scored.add(scored(each, weighed));
        }
        scored.sort(Scored.BEST_FIRST);
        return scored;
    }

    private static Scored scored(Evidence.Case each, Logistic weighed) {
        return new Scored(each.concept(), weighed.probability(each.features()));
    }
}
