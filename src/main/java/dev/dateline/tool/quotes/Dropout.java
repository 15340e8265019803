package dev.dateline.tool.quotes;

import java.util.Random;

/** Leaves out some features of each case in training, so that none can do without the others. */
final class Dropout {
    private Dropout() {}

    /** Those kept; each is left out with the given probability. */
    static int[] of(int[] features, double dropout, Random random) {
        int[] kept = new int[features.length];
        int size = 0;
        for (int feature : features) {
            if (random.nextDouble() >= dropout) {
                kept[size++] = feature;
            }
        }
        return java.util.Arrays.copyOf(kept, size);
    }
}
