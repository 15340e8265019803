package dev.dateline.enrich.entities.knowledge;

import java.util.Arrays;

/** The rows of a knowledge base as bytes, one after the other; a row is known by where it starts. */
final class Rows {
    private static final int CHUNK_BITS = 24;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private byte[][] chunks = new byte[1][];
    private int last = -1;
    private int used;

    /** Keeps a row, which ends in a line feed and holds no other, and is no longer than a chunk. */
    long add(byte[] row) {
        if (last < 0 || used + row.length > CHUNK) {
            trim();
            last++;
            if (last == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * last);
            }
            chunks[last] = new byte[Math.min(CHUNK, 1 << 16)];
            used = 0;
        }
        if (used + row.length > chunks[last].length) {
            int wanted = Math.max(used + row.length, 2 * chunks[last].length);
            chunks[last] = Arrays.copyOf(chunks[last], Math.min(CHUNK, wanted));
        }
        System.arraycopy(row, 0, chunks[last], used, row.length);
        long start = ((long) last << CHUNK_BITS) | used;
        used += row.length;
        return start;
    }

    /** Gives back what the last chunk has not used. */
    void trim() {
        if (last >= 0) {
            chunks[last] = Arrays.copyOf(chunks[last], used);
        }
    }

    /** The bytes of a row, without its line feed. */
    byte[] row(long start) {
        byte[] chunk = chunks[(int) (start >>> CHUNK_BITS)];
        int from = (int) start & (CHUNK - 1);
        int to = from;
        while (chunk[to] != '\n') {
            to++;
        }
        return Arrays.copyOfRange(chunk, from, to);
    }
}
