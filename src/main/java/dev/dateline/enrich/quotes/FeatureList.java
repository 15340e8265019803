package dev.dateline.enrich.quotes;

/** Hashes of the features of one decision; reused for the next one. */
public final class FeatureList {
    private static final int MOST = 96;

    private final int[] hashes = new int[MOST];
    private int size;
    private int template;

    void clear() {
        size = 0;
        template = 0;
    }

    /** Adds a feature of the next template. */
    void add(int value) {
        hashes[size++] = Hashes.of(++template, value);
    }

    void add(int first, int second) {
        hashes[size++] = Hashes.of(++template, first, second);
    }

    /** Adds one more feature of the same template as the last. */
    void addSame(int value) {
        hashes[size++] = Hashes.of(template, value);
    }

    public int size() {
        return size;
    }

    public int get(int index) {
        return hashes[index];
    }
}
