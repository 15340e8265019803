package dev.dateline.tool.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often what is said to be so likely is so: ten equal bins of probability. */
final class Reliability {
    private static final int BINS = 10;

    private final int[] counts = new int[BINS];
    private final double[] said = new double[BINS];
    private final int[] right = new int[BINS];

    void add(double probability, boolean hit) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        counts[bin]++;
        said[bin] += probability;
        right[bin] += hit ? 1 : 0;
    }

    /** The mean distance between what was said and the share of hits, each bin weighed by its size; 0 for no texts. */
    double expectedError() {
        double error = 0;
        int all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(said[bin] - right[bin]);
            all += counts[bin];
        }
        return all == 0 ? 0 : error / all;
    }

    /** A line for each bin that is not empty: its bounds, its size, the mean probability said, the share of hits. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%.1f-%.1f %5d said %.3f right %.3f",
                        bin / (double) BINS,
                        (bin + 1) / (double) BINS,
                        counts[bin],
                        said[bin] / counts[bin],
                        right[bin] / (double) counts[bin]));
            }
        }
        return lines;
    }
}
