package dev.dateline.enrich.entities;

import java.util.Arrays;

/** What the features of one token add up to for each label, as whole numbers: exact in any order. One thread. */
final class LabelSums {
    /** Sums of more weights could overflow a lane. */
    private static final int MOST_IN_LANES = 0xFFFF / 0xFF;

    private final int columns;
    private final long[] lanes;
    private final int[] sums;
    /** Weights in each lane. */
    private int known;

    /** @param columns how many of a table's are added up */
    LabelSums(int columns) {
        this.columns = columns;
        this.lanes = new long[size(columns)];
        this.sums = new int[columns];
    }

    /** Longs that the lanes of so many columns take. */
    static int size(int columns) {
        return rounded(columns) / 4;
    }

    /** Up to whole blocks. */
    static int rounded(int columns) {
        return (columns + FeatureTable.BLOCK - 1) / FeatureTable.BLOCK * FeatureTable.BLOCK;
    }

    void clear() {
        Arrays.fill(sums, 0);
    }

    void add(FeatureBuffer features, FeatureTable table) {
        for (int from = 0; from < features.size(); from += MOST_IN_LANES) {
            int to = Math.min(features.size(), from + MOST_IN_LANES);
            makeRoomFor(to - from);
            known += table.addTo(lanes, 0, rounded(columns), features, from, to);
        }
    }

    /** Adds what a word brings where it stands. */
    void add(Word word, Standing standing) {
        int at = standing.place() * (lanes.length + 1);
        int more = (int) word.sums[at + lanes.length];
        makeRoomFor(more);
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] += word.sums[at + i];
        }
        known += more;
    }

    private void makeRoomFor(int more) {
        if (known + more > MOST_IN_LANES) {
            drain();
        }
    }

    private void drain() {
        for (int column = 0; column < columns; column++) {
            long lane = (lanes[column / 8 * 2 + column % 2] >>> (column % 8 / 2 * 16)) & 0xFFFF;
            sums[column] += (int) lane - known * FeatureTable.BIAS;
        }
        Arrays.fill(lanes, 0);
        known = 0;
    }

    /** Of each column since {@link #clear}; valid until more is added. */
    int[] sums() {
        drain();
        return sums;
    }
}
