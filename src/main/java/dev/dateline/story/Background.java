package dev.dateline.story;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How common words are in a language's news, learnt beforehand. Where no table is shipped, a word's length says: the
 * commonest words are the shortest, in every language.
 */
public final class Background {
    /**
     * It goes on falling: if all long words counted the same, the days and offices that any two texts name would count as
     * much as what one event has alone. Of the slopes that did as well on ECB+ topics 1 to 35, read without a table.
     */
    private static final double[] BY_LENGTH = {0.5, 0.5, 0.5, 0.25, 0.08, 0.03, 0.02, 0.012, 0.008, 0.006, 0.005};

    private static final double UNSEEN = 0.001;
    /** Shares are kept as steps of a logarithm, in one byte. */
    private static final double STEPS_PER_E = 24;

    private static final double[] SHARES = shares();

    private static final Map<String, Background> SHIPPED = new ConcurrentHashMap<>();

    private final int[] terms;
    private final byte[] steps;

    private Background(int[] terms, byte[] steps) {
        this.terms = terms;
        this.steps = steps;
    }

    /** What is shipped for a language; never null. */
    static Background of(String language) {
        return SHIPPED.computeIfAbsent(Locale.forLanguageTag(language).getLanguage(), Background::read);
    }

    private static Background read(String language) {
        try (InputStream file = Background.class.getResourceAsStream("/models/stories/words-" + language + ".bin")) {
            return file == null
                    ? new Background(new int[0], new byte[0])
                    : read(new DataInputStream(new BufferedInputStream(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException("the word table of " + language + " cannot be read", failure);
        }
    }

    private static Background read(DataInputStream in) throws IOException {
        int[] terms = new int[in.readInt()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = in.readInt();
        }
        return new Background(terms, in.readNBytes(terms.length));
    }

    /** A share as it is kept: 255 for 1, one less for each {@code STEPS_PER_E}th of a factor e. */
    public static byte step(double share) {
        return (byte) Math.max(0, 255 + Math.round(STEPS_PER_E * StrictMath.log(share)));
    }

    /** Hash of a word's stem, as the table is keyed; empty if the text has no word. */
    public static int[] terms(String text, String language) {
        return Words.of(text, english(language)).stream()
                .mapToInt(Word::term)
                .distinct()
                .toArray();
    }

    static boolean english(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("en");
    }

    /** The share of articles that have the word, above 0. */
    double share(Word word) {
        if (terms.length == 0) {
            return BY_LENGTH[Math.min(word.letters(), BY_LENGTH.length - 1)];
        }
        int at = Arrays.binarySearch(terms, word.term());
        return at < 0 ? UNSEEN : SHARES[steps[at] & 0xFF];
    }

    private static double[] shares() {
        double[] shares = new double[256];
        Arrays.setAll(shares, step -> StrictMath.exp((step - 255) / STEPS_PER_E));
        return shares;
    }
}
