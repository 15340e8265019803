package dev.dateline.enrich.entities;

/**
 * The 64-bit hashes that stand for words and features in the model. Part of the model's format: a change here makes
 * every packed model useless.
 */
public final class Hash {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** Of a stretch of characters. */
    public static long of(CharSequence text, int start, int end) {
        long hash = 0xCBF29CE484222325L;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash);
    }

    public static long of(CharSequence text) {
        return of(text, 0, text.length());
    }

    /** An ordered pair. */
    static long of(long first, long second) {
        return mixed(first * ODD + second);
    }

    /** An ordered triple. */
    static long of(long a, long b, long c) {
        return mixed((a * ODD + b) * ODD + c);
    }

    /** Spreads every input bit over the result (the finaliser of MurmurHash3). */
    private static long mixed(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
