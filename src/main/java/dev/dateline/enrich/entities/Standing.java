package dev.dateline.enrich.entities;

import java.util.Locale;

/**
 * Where a word stands, seen from the token whose label is asked, and the features that it brings there whatever stands
 * beside it. Templates are numbered as in {@link TokenFeatures}.
 */
enum Standing {
    SECOND_BEFORE(-2),
    BEFORE(-1),
    ITSELF(0),
    AFTER(1),
    SECOND_AFTER(2);

    /** Bits of Brown paths; the last number stands for the whole path. */
    private static final int[] PATHS = {2, 4, 6, 8, 10, 13, 16, 32};

    private static final int LONGEST_AFFIX = 5;
    /** Letters of a word whose trigrams count. */
    private static final int MOST_LETTERS = 14;

    private final int offset;

    Standing(int offset) {
        this.offset = offset;
    }

    /** Tokens from the one whose label is asked. */
    int offset() {
        return offset;
    }

    /** Numbered from 0 on. */
    int place() {
        return 2 + offset;
    }

    /** Adds the features to the buffer. */
    void extract(Word word, FeatureBuffer out) {
        int side = offset < 0 ? 0 : 1;
        switch (this) {
            case ITSELF -> itself(word, out);
            case BEFORE, AFTER -> neighbour(side, word, out);
            case SECOND_BEFORE, SECOND_AFTER -> second(side, word, out);
        }
    }

    private static void itself(Word word, FeatureBuffer out) {
        out.add(0, 0);
        out.add(1, word.form);
        out.add(2, word.lower);
        letters(Shape.figuresAsZero(word.text).toLowerCase(Locale.ROOT), out);
        out.add(14, word.tags);
        out.add(15, word.shape);
        out.add(16, Hash.of(Shape.longOf(word.text)));
        if (word.threeLetters) {
            out.add(17, word.ending, word.shape);
        }
        paths(70, word, out);
        out.add(123, word.path, word.shape);
        out.add(124, word.coarsePath, word.shape);
        out.add(130, word.cluster);
        out.add(133, word.cluster500());
        out.add(138, word.cluster100());
        out.add(146, word.cluster500(), word.shape);
    }

    /** @param side 0 for before, 1 for after, whose templates are the next ones */
    private static void neighbour(int side, Word word, FeatureBuffer out) {
        out.add(20 + side, word.form);
        out.add(22 + side, word.lower);
        if (word.threeLetters) {
            out.add(36 + side, word.ending);
        }
        out.add(38 + side, word.tags);
        out.add(50 + side, word.shape);
        paths(80 + 10 * side, word, out);
        out.add(131 + side, word.cluster);
        out.add(134 + side, word.cluster500());
        out.add(139 + side, word.cluster100());
    }

    private static void second(int side, Word word, FeatureBuffer out) {
        out.add(24 + side, word.lower);
        out.add(52 + side, word.shape);
        paths(100 + 10 * side, word, out);
        out.add(136 + side, word.cluster500());
        out.add(141 + side, word.cluster100());
    }

    private static void letters(String small, FeatureBuffer out) {
        int length = small.length();
        for (int n = 1; n <= Math.min(LONGEST_AFFIX, length); n++) {
            out.add(2 + n, Hash.of(small, 0, n));
            out.add(7 + n, Hash.of(small, length - n, length));
        }
        for (int i = 0; i + 3 <= Math.min(length, MOST_LETTERS); i++) {
            out.add(13, Hash.of(small, i, i + 3));
        }
    }

    private static void paths(int template, Word word, FeatureBuffer out) {
        for (int n = 0; n < PATHS.length && word.brown != 0; n++) {
            out.add(template + n, Word.path(word.brown, PATHS[n]));
        }
    }
}
