package dev.dateline.enrich.entities;

import java.util.Arrays;

/** Counts of some kinds of things for each of many hashes, in two flat arrays. One thread. */
final class Tallies {
    static final int ABSENT = -1;

    /** Of the slots of hashes, a multiple of what an ordinary article needs. */
    private static final int MOST_KEPT = 1 << 13;

    private final int kinds;
    private long[] hashes;
    /** The row of the hash in the same place, plus 1. */
    private int[] rows;

    private int[] counts;
    private int size;

    /**
     * Nothing counted.
     *
     * @param kinds numbered from 0 on
     */
    Tallies(int kinds) {
        this.kinds = kinds;
        this.hashes = new long[32];
        this.rows = new int[hashes.length];
        this.counts = new int[8 * kinds];
    }

    /** Back to nothing counted, the room kept unless it has become very large. */
    void clear() {
        if (rows.length > MOST_KEPT) {
            hashes = new long[32];
            rows = new int[hashes.length];
            counts = new int[8 * kinds];
        }
        Arrays.fill(rows, 0);
        Arrays.fill(counts, 0, size * kinds, 0);
        size = 0;
    }

    void add(long hash, int kind) {
        int slot = slot(hash);
        if (rows[slot] == 0) {
            if (2 * size == rows.length) {
                grow();
                slot = slot(hash);
            }
            hashes[slot] = hash;
            rows[slot] = ++size;
            if (size * kinds > counts.length) {
                counts = Arrays.copyOf(counts, 2 * counts.length);
            }
        }
        counts[(rows[slot] - 1) * kinds + kind]++;
    }

    /** Where the counts of a hash stand, {@link #ABSENT} if nothing of it was counted. */
    int row(long hash) {
        return rows[slot(hash)] - 1;
    }

    int count(int row, int kind) {
        return counts[row * kinds + kind];
    }

    /** The kind with the highest count, one less for {@code own}; −1 if no count is left. */
    int most(int row, int own) {
        int best = -1;
        int highest = 0;
        for (int kind = 0; kind < kinds; kind++) {
            int count = count(row, kind) - (kind == own ? 1 : 0);
            if (count > highest) {
                highest = count;
                best = kind;
            }
        }
        return best;
    }

    private int slot(long hash) {
        int slot = (int) hash & (rows.length - 1);
        while (rows[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (rows.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] before = hashes;
        int[] rowsBefore = rows;
        hashes = new long[2 * before.length];
        rows = new int[hashes.length];
        for (int i = 0; i < before.length; i++) {
            if (rowsBefore[i] != 0) {
                int slot = slot(before[i]);
                hashes[slot] = before[i];
                rows[slot] = rowsBefore[i];
            }
        }
    }
}
