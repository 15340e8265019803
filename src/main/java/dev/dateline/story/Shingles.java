package dev.dateline.story;

import java.util.Arrays;
import java.util.List;

/**
 * What of a text is compared to find copies: its distinct runs of three words, hashed to 20 bits, by the quarter of the
 * text where each stands first. Of a long text a fixed part of all runs is kept, the same part in every text.
 *
 * @param packed the quarters one after another, each its number of hashes and then their differences, ascending
 * @param level of 2^level runs one is kept
 * @param size runs kept
 * @param keys under which copies are looked up: the smallest of another hash of the runs
 * @param characters hash of the text without space at its ends
 * @param words hash of its words in their order
 */
@SuppressWarnings("ArrayRecordComponent")
record Shingles(byte[] packed, int level, int size, int[] keys, long characters, long words) {
    static final Shingles NONE = new Shingles(new byte[0], 0, 0, new int[0], 0, 0);

    static final int QUARTERS = 4;
    private static final int BITS = 20;
    private static final int MOST = 800;
    private static final int KEYS = 16;
    private static final int RUN = 3;
    /** A text of fewer words says too little to be anybody's copy. */
    private static final int FEWEST_WORDS = 8;

    static Shingles of(String text, List<Word> words) {
        if (words.size() < FEWEST_WORDS) {
            return NONE;
        }
        int runs = words.size() - RUN + 1;
        long[] found = new long[runs];
        int[] keys = new int[runs];
        long sequence = 0;
        for (int i = 0; i < words.size(); i++) {
            sequence = Hashing.mixed(sequence ^ words.get(i).form()) + i;
        }
        for (int i = 0; i < runs; i++) {
            long run = 0;
            for (int j = i; j < i + RUN; j++) {
                run = Hashing.mixed(run ^ words.get(j).form()) * RUN;
            }
            keys[i] = (int) (run >>> 32) | 1;
            // Sorted by hash, then by place: the first of equal ones is where the run stands first.
            found[i] = ((run & ((1 << BITS) - 1)) << 32) | i;
        }
        Arrays.sort(found);
        int level = 0;
        while (runs >> level > MOST) {
            level++;
        }
        return new Shingles(
                packed(found, runs, level),
                level,
                kept(found, level),
                smallest(keys),
                Hashing.of(text.strip()),
                sequence);
    }

    private static boolean kept(long[] found, int i, int level) {
        long hash = found[i] >>> 32;
        return (hash & ((1L << level) - 1)) == 0 && (i == 0 || found[i - 1] >>> 32 != hash);
    }

    private static int kept(long[] found, int level) {
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            count += kept(found, i, level) ? 1 : 0;
        }
        return count;
    }

    private static byte[] packed(long[] found, int runs, int level) {
        ByteWriter out = new ByteWriter();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int count = 0;
            for (int pass = 0; pass < 2; pass++) {
                long before = 0;
                for (int i = 0; i < found.length; i++) {
                    int place = (int) ((found[i] & 0xFFFF_FFFFL) * QUARTERS / runs);
                    if (place != quarter || !kept(found, i, level)) {
                        continue;
                    }
                    if (pass == 0) {
                        count++;
                    } else {
                        out.varint((found[i] >>> 32) - before);
                        before = found[i] >>> 32;
                    }
                }
                if (pass == 0) {
                    out.varint(count);
                }
            }
        }
        return out.toBytes();
    }

    private static int[] smallest(int[] keys) {
        int[] sorted = Arrays.stream(keys).sorted().distinct().limit(KEYS).toArray();
        return sorted;
    }
}
