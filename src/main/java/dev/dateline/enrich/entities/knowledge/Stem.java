package dev.dateline.enrich.entities.knowledge;

import java.util.List;

/**
 * The part of a Cyrillic name that its cases share, as Russian, Ukrainian, Bulgarian and Serbian decline names: one form
 * for Россия, России and Россией, or for Саудовская Аравия and Саудовской Аравии. Works on {@link NameKey}s.
 */
public final class Stem {
    /** What a stem ends in, and no name does. */
    private static final String MARK = "~";

    private static final int SHORTEST = 4;

    /** Endings of nouns, the longest first; keys write й as и and ё as е. */
    private static final List<String> NOUN = List.of(
            "ами", "ями", "ою", "ею", "ью", "ом", "ем", "ым", "им", "ои", "еи", "ах", "ях", "ам", "ям", "ов", "ев", "а",
            "я", "о", "е", "ы", "и", "у", "ю", "ь", "і", "є");

    /** Endings of the adjectives that precede the last word. */
    private static final List<String> ADJECTIVE = List.of(
            "ыми", "ими", "ого", "его", "ому", "ему", "ая", "яя", "ую", "юю", "ои", "еи", "ые", "ие", "ых", "их", "ым",
            "им", "ыи", "ии", "ое", "ее");

    private Stem() {}

    /** Whether names of this key are looked up by their stem too. */
    public static boolean applies(String key) {
        return !key.isEmpty() && Character.UnicodeScript.of(key.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
    }

    static boolean is(String key) {
        return key.endsWith(MARK);
    }

    /** A key that no name itself has; of the last word alone it is the end of the whole name's. */
    public static String of(String key) {
        String[] words = key.split(" ", -1);
        StringBuilder stem = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            boolean last = i == words.length - 1;
            String bare = last ? words[i] : without(words[i], ADJECTIVE);
            stem.append(bare.equals(words[i]) ? without(words[i], NOUN) : bare).append(last ? "" : " ");
        }
        return stem.append(MARK).toString();
    }

    private static String without(String word, List<String> endings) {
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
