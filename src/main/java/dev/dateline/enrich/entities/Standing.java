package dev.dateline.enrich.entities;

import java.util.Locale;

/**
 * Where a word stands, seen from the token whose label is asked, and the features that it brings there whatever stands
 * beside it. Templates are numbered as in {@link TokenFeatures}.
 */
enum Standing {
    SECOND_BEFORE(-2) {
        @Override
        void extract(Word word, FeatureBuffer out) {
            out.add(24, word.lower);
            out.add(52, word.shape);
            paths(100, word, out);
            out.add(136, word.cluster500());
            out.add(141, word.cluster100());
        }
    },
    BEFORE(-1) {
        @Override
        void extract(Word word, FeatureBuffer out) {
            out.add(20, word.form);
            out.add(22, word.lower);
            if (word.threeLetters) {
                out.add(36, word.ending);
            }
            out.add(38, word.tags);
            out.add(50, word.shape);
            paths(80, word, out);
            out.add(131, word.cluster);
            out.add(134, word.cluster500());
            out.add(139, word.cluster100());
        }
    },
    ITSELF(0) {
        @Override
        void extract(Word word, FeatureBuffer out) {
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
    },
    AFTER(1) {
        @Override
        void extract(Word word, FeatureBuffer out) {
            out.add(21, word.form);
            out.add(23, word.lower);
            if (word.threeLetters) {
                out.add(37, word.ending);
            }
            out.add(39, word.tags);
            out.add(51, word.shape);
            paths(90, word, out);
            out.add(132, word.cluster);
            out.add(135, word.cluster500());
            out.add(140, word.cluster100());
        }
    },
    SECOND_AFTER(2) {
        @Override
        void extract(Word word, FeatureBuffer out) {
            out.add(25, word.lower);
            out.add(53, word.shape);
            paths(110, word, out);
            out.add(137, word.cluster500());
            out.add(142, word.cluster100());
        }
    };

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
    abstract void extract(Word word, FeatureBuffer out);

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
