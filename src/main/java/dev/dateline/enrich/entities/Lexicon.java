package dev.dateline.enrich.entities;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A map from hashed words to small codes, six bytes an entry. The upper 16 bits of a hash choose a bucket, the next 32
 * are compared: with a million entries one unknown word in 300 million is taken for a known one.
 */
public final class Lexicon {
    /** The code of a word that is not in it. */
    public static final int ABSENT = -1;

    private final int[] buckets;
    private final int[] keys;
    private final short[] codes;

    private Lexicon(int[] buckets, int[] keys, short[] codes) {
        this.buckets = buckets;
        this.keys = keys;
        this.codes = codes;
    }

    /**
     * Packs a map.
     *
     * @param codes by hash; 0 to 65,534
     */
    public static Lexicon of(Map<Long, Integer> codes) {
        SortedMap<Long, Integer> sorted = new TreeMap<>(Long::compareUnsigned);
        codes.forEach((hash, code) -> sorted.put((hash >>> 16) << 16, code));
        int[] buckets = new int[(1 << 16) + 1];
        int[] keys = new int[sorted.size()];
        short[] packed = new short[sorted.size()];
        int at = 0;
        for (Map.Entry<Long, Integer> entry : sorted.entrySet()) {
            buckets[(int) (entry.getKey() >>> 48) + 1]++;
            keys[at] = (int) (entry.getKey() >>> 16);
            packed[at++] = entry.getValue().shortValue();
        }
        for (int i = 1; i < buckets.length; i++) {
            buckets[i] += buckets[i - 1];
        }
        return new Lexicon(buckets, keys, packed);
    }

    /** The word's code, or {@link #ABSENT}. */
    public int code(long hash) {
        int bucket = (int) (hash >>> 48);
        int key = (int) (hash >>> 16);
        int from = buckets[bucket];
        int to = buckets[bucket + 1];
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = Integer.compareUnsigned(keys[middle], key);
            if (order == 0) {
                return codes[middle] & 0xFFFF;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return ABSENT;
    }

    public int size() {
        return keys.length;
    }

    void write(DataOutputStream out) throws IOException {
        int[] sizes = new int[buckets.length - 1];
        Arrays.setAll(sizes, i -> buckets[i + 1] - buckets[i]);
        Packed.writeInts(out, sizes);
        Packed.writeInts(out, keys);
        Packed.writeShorts(out, codes);
    }

    static Lexicon read(DataInputStream in) throws IOException {
        int[] sizes = Packed.readInts(in);
        int[] buckets = new int[sizes.length + 1];
        for (int i = 0; i < sizes.length; i++) {
            buckets[i + 1] = buckets[i] + sizes[i];
        }
        int[] keys = Packed.readInts(in);
        short[] codes = Packed.readShorts(in);
        if (buckets.length != (1 << 16) + 1 || buckets[1 << 16] != keys.length || keys.length != codes.length) {
            throw new IOException("a lexicon's parts disagree in length");
        }
        return new Lexicon(buckets, keys, codes);
    }
}
