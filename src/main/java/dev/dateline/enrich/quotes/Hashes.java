package dev.dateline.enrich.quotes;

/** The 32-bit hashes that stand for words and features. Part of the model's format: a change makes a model useless. */
final class Hashes {
    private Hashes() {}

    /** Of a stretch of characters in lower case, curly apostrophes made straight. */
    static int word(CharSequence text, int start, int end) {
        int hash = 0x811C9DC5;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            char plain = c < 'A' || (c > 'Z' && c < '\u0080')
                    ? c
                    : c <= 'Z' ? (char) (c + 32) : c == '\u2019' ? '\'' : Character.toLowerCase(c);
            hash = (hash ^ plain) * 0x01000193;
        }
        return mixed(hash);
    }

    static int word(String word) {
        return word(word, 0, word.length());
    }

    static int of(int first, int second) {
        return mixed(first * 0x9E3779B1 + second);
    }

    static int of(int a, int b, int c) {
        return mixed((a * 0x9E3779B1 + b) * 0x9E3779B1 + c);
    }

    /** Spreads every input bit over the result (the finaliser of MurmurHash3). */
    private static int mixed(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
