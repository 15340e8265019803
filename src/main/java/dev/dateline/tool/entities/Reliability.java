package dev.dateline.tool.entities;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;

/** Whether mentions of a confidence of 0.9 are right nine times out of ten: ten bins of equal width. */
final class Reliability {
    private static final int BINS = 10;

    private final int[] counts = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] claimed = new double[BINS];

    void add(double confidence, boolean hit) {
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        counts[bin]++;
        right[bin] += hit ? 1 : 0;
        claimed[bin] += confidence;
    }

    /** Mean distance between claimed and true share, by mention (Guo et al., 2017); 0 to 1. */
    double expectedError() {
        double sum = 0;
        int all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(claimed[bin] - right[bin]);
            all += counts[bin];
        }
        return all == 0 ? 0 : sum / all;
    }

    String report() {
        StringBuilder out = new StringBuilder("\nconfidence  mentions  claimed    right\n");
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "%.1f to %.1f %9d %8.3f %8.3f%n",
                        bin / 10.0,
                        (bin + 1) / 10.0,
                        counts[bin],
                        claimed[bin] / counts[bin],
                        (double) right[bin] / counts[bin]));
            }
        }
        return out.append(String.format(Locale.ROOT, "expected calibration error %.4f%n", expectedError()))
                .toString();
    }

    void figures(ArrayNode into) {
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                into.addObject()
                        .put("from", bin / 10.0)
                        .put("mentions", counts[bin])
                        .put("claimed", Math.round(1e4 * claimed[bin] / counts[bin]) / 1e4)
                        .put("right", Math.round(1e4 * right[bin] / counts[bin]) / 1e4);
            }
        }
    }
}
