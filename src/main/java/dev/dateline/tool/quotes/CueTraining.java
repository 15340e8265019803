package dev.dateline.tool.quotes;

import dev.dateline.enrich.quotes.AttributionModel;
import java.util.List;
import java.util.Random;

/** Logistic regression over hashed features. */
final class CueTraining {
    /**
     * One candidate.
     *
     * @param features hashes
     * @param reports whether it was marked
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Case(int[] features, boolean reports) {}

    private final HashedWeights weights = new HashedWeights(AttributionModel.CUE_SLOTS, 1, 0.1);
    private final double decay;
    private final double dropout;
    private final Random random = new Random(11);

    CueTraining(double decay, double dropout) {
        this.decay = decay;
        this.dropout = dropout;
    }

    /** Passes over the cases once, in the order given. */
    void pass(List<Case> cases) {
        for (Case each : cases) {
            int[] kept = Dropout.of(each.features, dropout, random);
            double gradient = (each.reports ? 1 : 0) - 1 / (1 + Math.exp(-score(kept) / (1 - dropout)));
            for (int hash : kept) {
                weights.move(hash, 0, gradient, decay);
            }
        }
    }

    private double score(int[] features) {
        double score = 0;
        for (int hash : features) {
            score += weights.get(hash, 0);
        }
        return score;
    }

    HashedWeights weights() {
        return weights;
    }
}
