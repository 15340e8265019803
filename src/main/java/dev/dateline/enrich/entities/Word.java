package dev.dateline.enrich.entities;

import java.util.Locale;

/** What the features need of one distinct word: looked up once an article, however often it stands there. */
final class Word {
    /** Lengths of Brown path prefixes; the last one stands for the whole path. */
    static final int[] PATH_LENGTHS = {2, 4, 6, 8, 10, 13, 16, 32};

    final String text;
    final long key;
    final long form;
    final long lower;
    final long shape;
    final long longShape;
    /** The form of an all-capital word written like a name. */
    final long recased;

    final long[] prefixes;
    final long[] suffixes;
    final long[] trigrams;
    final long[] paths;
    final int cluster;
    final int tags;
    final int casing;
    final boolean capital;
    final boolean capitals;
    final boolean letters;

    Word(String text, Lexica lexica) {
        this.text = text;
        String zeroed = Shape.figuresAsZero(text);
        String small = zeroed.toLowerCase(Locale.ROOT);
        key = Hash.of(zeroed);
        form = Hash.of(zeroed);
        lower = Hash.of(small);
        shape = Hash.of(Shape.shortOf(text));
        longShape = Hash.of(Shape.longOf(text));
        int affixes = Math.min(5, small.length());
        prefixes = new long[affixes];
        suffixes = new long[affixes];
        for (int n = 1; n <= affixes; n++) {
            prefixes[n - 1] = Hash.of(small, 0, n);
            suffixes[n - 1] = Hash.of(small, small.length() - n, small.length());
        }
        trigrams = new long[Math.max(0, Math.min(small.length(), 14) - 2)];
        for (int i = 0; i < trigrams.length; i++) {
            trigrams[i] = Hash.of(small, i, i + 3);
        }
        paths = paths(lexica, lower);
        int first = text.codePointAt(0);
        capital = Character.isUpperCase(first) || Character.isTitleCase(first);
        letters = Character.isLetter(first);
        capitals = capital && text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
        recased = capitals ? Hash.of(zeroed.charAt(0) + small.substring(1)) : form;
        long seen = lexica.clusters().code(key) == Lexicon.ABSENT ? recased : key;
        cluster = lexica.clusters().code(seen);
        tags = lexica.tagSets().code(seen);
        casing = lexica.cases().code(lower);
    }

    private static long[] paths(Lexica lexica, long lower) {
        int index = lexica.brown().code(lower);
        if (index == Lexicon.ABSENT) {
            return new long[0];
        }
        int path = lexica.paths()[index];
        int length = 31 - Integer.numberOfLeadingZeros(path);
        long[] hashes = new long[PATH_LENGTHS.length];
        for (int i = 0; i < hashes.length; i++) {
            int kept = Math.min(PATH_LENGTHS[i], length);
            hashes[i] = Hash.of(kept, path >>> (length - kept));
        }
        return hashes;
    }

    /** The whole Brown path, 0 if unknown. */
    long path() {
        return paths.length == 0 ? 0 : paths[7];
    }

    /** A coarse one, 0 if unknown. */
    long coarsePath() {
        return paths.length == 0 ? 0 : paths[2];
    }

    /** Its cluster out of 500, 0 if unknown. */
    int cluster500() {
        return cluster < 0 ? 0 : cluster / 4 + 1;
    }

    int cluster100() {
        return cluster < 0 ? 0 : cluster / 20 + 1;
    }
}
