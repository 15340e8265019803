package dev.dateline.story;

/** Hashes that are the same on every machine and in every run. */
final class Hashing {
    private static final int PRIME = 0x01000193;
    private static final int BASIS = 0x811C9DC5;

    private Hashing() {}

    /** Of the characters, never 0. */
    static int term(CharSequence characters, int from, int to, int seed) {
        int hash = BASIS ^ seed;
        for (int i = from; i < to; i++) {
            hash = (hash ^ characters.charAt(i)) * PRIME;
        }
        int mixed = mixed(hash);
        return mixed == 0 ? 1 : mixed;
    }

    /** Spreads the bits (the finaliser of MurmurHash3). */
    static int mixed(int value) {
        int hash = value;
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }

    /** Spreads the bits (the finaliser of SplitMix64). */
    static long mixed(long value) {
        long hash = value;
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return hash ^ (hash >>> 31);
    }

    static long of(CharSequence characters) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < characters.length(); i++) {
            hash = (hash ^ characters.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash);
    }
}
