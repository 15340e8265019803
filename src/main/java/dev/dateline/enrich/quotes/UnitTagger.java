package dev.dateline.enrich.quotes;

import static dev.dateline.enrich.quotes.AttributionModel.LABELS;
import static dev.dateline.enrich.quotes.AttributionModel.NEITHER;

/** Labels the units of a window: the best sequence of a linear-chain model (Viterbi). For one thread. */
final class UnitTagger {
    private static final float IMPOSSIBLE = -1e6f;

    private final AttributionModel model;
    private final FeatureList features = new FeatureList();
    private final float[] pairs = new float[LABELS * LABELS];

    UnitTagger(AttributionModel model) {
        this.model = model;
    }

    /** A label for each unit. */
    int[] tag(Window window) {
        int size = window.size();
        UnitFeatures read = new UnitFeatures(window);
        float[] best = new float[size * LABELS];
        byte[] back = new byte[size * LABELS];
        for (int unit = 0; unit < size; unit++) {
            if (unit == window.cueUnit()) {
                best[unit * LABELS + 1] = IMPOSSIBLE;
                best[unit * LABELS + 2] = IMPOSSIBLE;
            } else {
                read.unit(unit, features);
                model.unitScores(features, best, unit * LABELS);
            }
            if (unit > 0) {
                read.boundary(unit, features);
                model.borderScores(features, pairs);
                step(best, back, unit);
            }
        }
        int[] labels = new int[size];
        labels[size - 1] = last(best, size);
        for (int unit = size - 1; unit > 0; unit--) {
            labels[unit - 1] = back[unit * LABELS + labels[unit]];
        }
        return labels;
    }

    private void step(float[] best, byte[] back, int unit) {
        int before = (unit - 1) * LABELS;
        for (int label = 0; label < LABELS; label++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int from = 0; from < LABELS; from++) {
                float score = best[before + from] + pairs[from * LABELS + label];
                if (score > most) {
                    most = score;
                    back[unit * LABELS + label] = (byte) from;
                }
            }
            best[unit * LABELS + label] += most;
        }
    }

    private static int last(float[] best, int size) {
        int label = NEITHER;
        for (int other = 1; other < LABELS; other++) {
            if (best[(size - 1) * LABELS + other] > best[(size - 1) * LABELS + label]) {
                label = other;
            }
        }
        return label;
    }
}
