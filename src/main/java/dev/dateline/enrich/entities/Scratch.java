package dev.dateline.enrich.entities;

/** What articles are read with, one after the other: filled anew for each, so that reading allocates little. */
final class Scratch {
    /** In tokens: for a longer article there is room while it is read, and no longer. */
    private static final int KEPT = 4096;

    final FeatureBuffer features = new FeatureBuffer();
    final LabelSums first;
    final LabelSums second;
    final Lattice lattice;
    final LabelCounts counts;
    private final int width;
    private short[] sums = new short[0];

    Scratch(Labels labels, int columns) {
        this.width = labels.size();
        this.first = new LabelSums(columns);
        this.second = new LabelSums(width);
        this.lattice = new Lattice(labels);
        this.counts = new LabelCounts(labels);
    }

    /** Room for a sum for each label of each token; holds what was left there. */
    short[] sums(int tokens) {
        if (tokens > KEPT) {
            return new short[tokens * width];
        }
        if (sums.length < tokens * width) {
            sums = new short[Math.min(KEPT, 2 * tokens) * width];
        }
        return sums;
    }
}
