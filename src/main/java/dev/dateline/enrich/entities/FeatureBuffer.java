package dev.dateline.enrich.entities;

import java.util.Arrays;

/** The hashed features of one token, refilled for the next. One thread. */
public final class FeatureBuffer {
    private long[] features = new long[256];
    private int[] rows = new int[features.length];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int template, long value) {
        append(Hash.of(template, value));
    }

    void add(int template, long first, long second) {
        append(Hash.of(template, first, second));
    }

    void add(int template, long first, long second, long third) {
        append(Hash.of(Hash.of(template, first), second, third));
    }

    private void append(long feature) {
        if (size == features.length) {
            features = Arrays.copyOf(features, size * 2);
            rows = new int[features.length];
        }
        features[size++] = feature;
    }

    public int size() {
        return size;
    }

    public long get(int index) {
        return features[index];
    }

    /** Room for a number of each feature. */
    int[] rows() {
        return rows;
    }
}
