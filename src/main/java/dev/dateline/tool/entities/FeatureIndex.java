package dev.dateline.tool.entities;

import java.util.Arrays;

/** Numbers the features that are seen at least twice, in the order of their second sighting. */
final class FeatureIndex {
    static final int UNSEEN = -1;

    private long[] keys = new long[1 << 20];
    private int[] numbers = new int[1 << 20];
    private int size;
    private long[] features = new long[1 << 20];
    private int numbered;
    private boolean closed;

    /** The feature's number; {@link #UNSEEN} at its first sighting, and for all new ones once closed. */
    int number(long feature) {
        int slot = slot(feature, keys);
        if (keys[slot] == feature) {
            if (numbers[slot] == UNSEEN && !closed) {
                numbers[slot] = numbered;
                if (numbered == features.length) {
                    features = Arrays.copyOf(features, numbered * 2);
                }
                features[numbered++] = feature;
            }
            return numbers[slot];
        }
        if (!closed) {
            keys[slot] = feature;
            numbers[slot] = UNSEEN;
            if (++size * 2 > keys.length) {
                grow();
            }
        }
        return UNSEEN;
    }

    /** From now on no feature is new. */
    void close() {
        closed = true;
    }

    int size() {
        return numbered;
    }

    long feature(int number) {
        return features[number];
    }

    private void grow() {
        long[] more = new long[keys.length * 2];
        int[] moved = new int[more.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(keys[i], more);
                more[slot] = keys[i];
                moved[slot] = numbers[i];
            }
        }
        keys = more;
        numbers = moved;
    }

    private static int slot(long feature, long[] in) {
        int slot = (int) (feature >>> 20) & (in.length - 1);
        while (in[slot] != 0 && in[slot] != feature) {
            slot = (slot + 1) & (in.length - 1);
        }
        return slot;
    }
}
