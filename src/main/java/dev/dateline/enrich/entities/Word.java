package dev.dateline.enrich.entities;

import java.util.Locale;

/** What the features need of one distinct word. Never changed once {@link Words} has handed it out. */
final class Word {
    private static final long[] NONE = {};
    private static final int COARSE_PATH = 6;
    private static final int LONGEST_PATH = 32;

    final String text;
    final long form;
    final long lower;
    final long shape;
    /** The form of an all-capital word written like a name. */
    final long recased;
    /** Its last three letters, or fewer if it has no more. */
    final long ending;

    final boolean threeLetters;
    /** Brown cluster: a leading 1, then the path's bits; 0 if unknown. */
    final int brown;
    /** Hash of the whole Brown path, 0 if unknown. */
    final long path;
    /** Of the first bits of it. */
    final long coarsePath;

    final int cluster;
    final int tags;
    final int casing;
    /** What the gazetteers say of phrases that begin with it: {@link Lexica#mask}. */
    final int listed;

    final boolean capital;
    final boolean capitals;
    final boolean letters;
    /** For each {@link Standing} the lanes of what its features add up to, and how many of them are known. */
    long[] sums = NONE;

    Word(String text, Lexica lexica) {
        this.text = text;
        String zeroed = Shape.figuresAsZero(text);
        String small = zeroed.toLowerCase(Locale.ROOT);
        form = Hash.of(zeroed);
        lower = Hash.of(small);
        shape = Hash.of(Shape.shortOf(text));
        ending = Hash.of(small, Math.max(0, small.length() - 3), small.length());
        threeLetters = small.length() > 2;
        brown = lexica.path(lower);
        path = brown == 0 ? 0 : path(brown, LONGEST_PATH);
        coarsePath = brown == 0 ? 0 : path(brown, COARSE_PATH);
        int first = text.codePointAt(0);
        capital = Character.isUpperCase(first) || Character.isTitleCase(first);
        letters = Character.isLetter(first);
        capitals = capital && text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
        recased = capitals ? Hash.of(zeroed.charAt(0) + small.substring(1)) : form;
        long seen = lexica.clusters().code(form) == Lexicon.ABSENT ? recased : form;
        cluster = lexica.clusters().code(seen);
        tags = lexica.tagSets().code(seen);
        casing = lexica.cases().code(lower);
        listed = lexica.mask(Lexica.phrase(0, form));
    }

    /** Whether it is these characters. */
    boolean is(String of, int start, int length) {
        return text.length() == length && of.startsWith(text, start);
    }

    /** Hash of the first bits of a Brown path, all of it if it is shorter. */
    static long path(int brown, int bits) {
        int length = 31 - Integer.numberOfLeadingZeros(brown);
        int kept = Math.min(bits, length);
        return Hash.of(kept, brown >>> (length - kept));
    }

    /** Its cluster out of 500, 0 if unknown. */
    int cluster500() {
        return cluster < 0 ? 0 : cluster / 4 + 1;
    }

    int cluster100() {
        return cluster < 0 ? 0 : cluster / 20 + 1;
    }
}
