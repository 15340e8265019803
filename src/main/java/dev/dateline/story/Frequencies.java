package dev.dateline.story;

/**
 * How many articles have a term: those of the window, plus what is known of the language beforehand. It depends on the
 * articles in the window alone, not on how they came there.
 */
final class Frequencies {
    /** The background counts as this many articles: it decides while the window is young, and gives way after. */
    private static final double BACKGROUND_ARTICLES = 3000;

    private final Background background;
    private final IntTable counts = new IntTable();
    private int articles;

    Frequencies(Background background) {
        this.background = background;
    }

    void add(Terms terms, int sign) {
        for (int term : terms.terms()) {
            counts.add(term, sign);
        }
    }

    /** One article came (1) or went (-1). */
    void count(int sign) {
        articles += sign;
    }

    /** How many articles of the window have each of the terms. All at once: the look-ups wait for memory side by side. */
    int[] counts(int[] terms, int size) {
        int[] known = new int[size];
        for (int i = 0; i < size; i++) {
            known[i] = counts.get(terms[i]);
        }
        return known;
    }

    /** Inverse document frequency, above 0, of a word that so many articles of the window have. */
    double weight(Word word, int count) {
        double expected = background.share(word) * BACKGROUND_ARTICLES;
        return StrictMath.log(1 + (articles + BACKGROUND_ARTICLES) / (count + expected + 0.5));
    }

    /** For terms that no background knows. */
    double weight(int term) {
        return StrictMath.log(1 + (articles + BACKGROUND_ARTICLES) / (counts.get(term) + 1.0));
    }
}
