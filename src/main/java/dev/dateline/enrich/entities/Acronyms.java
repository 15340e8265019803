package dev.dateline.enrich.entities;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Acronyms that an article explains: "the Civil Aviation Authority (CAA)". What is explained once holds for the whole
 * article, and the last word of the explanation mostly tells what the acronym is.
 */
final class Acronyms {
    private static final int LONGEST = 8;

    private final Map<Word, Expansion> expansions = new HashMap<>();

    /** The tokens {@code head} to {@code tail}, both included. */
    record Expansion(int head, int tail) {}

    /** Reads a sentence, the tokens {@code from..to}. */
    void read(Word[] words, int from, int to) {
        for (int open = from + 1; open + 2 < to; open++) {
            Word acronym = words[open + 1];
            if (words[open].text.equals("(") && words[open + 2].text.equals(")") && mayBe(acronym)) {
                Expansion found = expansion(acronym.text, words, from, open - 1);
                if (found != null) {
                    expansions.putIfAbsent(acronym, found);
                }
            }
        }
    }

    private static boolean mayBe(Word word) {
        int length = word.text.length();
        return word.capital && length > 1 && length <= LONGEST && Character.isUpperCase(word.text.charAt(length - 1));
    }

    /** Words before {@code tail} whose first letters spell the acronym; small words may stand between. */
    private static @Nullable Expansion expansion(String acronym, Word[] words, int from, int tail) {
        int letter = acronym.length() - 1;
        int token = tail;
        while (token >= from && tail - token < 2 * LONGEST) {
            while (letter >= 0 && !Character.isLetterOrDigit(acronym.charAt(letter))) {
                letter--;
            }
            Word word = words[token];
            char wanted = letter < 0 ? 0 : Character.toLowerCase(acronym.charAt(letter));
            if (word.letters && Character.toLowerCase(word.text.charAt(0)) == wanted) {
                letter--;
                if (letter < 0) {
                    return new Expansion(token, tail);
                }
            } else if (word.capital || token == tail) {
                return null;
            }
            token--;
        }
        return null;
    }

    /** What this word stands for; {@code null} if the article does not say. */
    @Nullable
    Expansion expansion(Word word) {
        return expansions.get(word);
    }
}
