package dev.dateline.enrich.entities;

import dev.dateline.enrich.entities.knowledge.NameKey;
import dev.dateline.enrich.entities.knowledge.PersonKey;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as one mention writes it, titles and articles taken off.
 *
 * @param type the mention's
 * @param shown as written, white space made single
 * @param words lower case, without accents and dots, a person's as {@link PersonKey} has them; never empty
 */
record Name(String type, String shown, List<String> words) {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DOTS_AND_APOSTROPHES = Pattern.compile("[.'\u2019`]");
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s?$");

    static Name of(String type, String exact) {
        String shown = withoutPossessive(singleSpaced(exact));
        List<String> parts = List.of(shown.split(" ", -1));
        int first = 0;
        while (first < parts.size() - 1 && dropped(type, parts.get(first))) {
            first++;
        }
        String kept = first == 0 ? shown : String.join(" ", parts.subList(first, parts.size()));
        String key = NameKey.of(kept);
        List<String> words = key.isEmpty() ? List.of(folded(shown)) : List.of(key.split(" ", -1));
        return new Name(type, kept, type.equals("person") ? PersonKey.words(words) : words);
    }

    private static String singleSpaced(String exact) {
        char before = ' ';
        boolean already = !exact.endsWith(" ");
        for (int i = 0; i < exact.length() && already; i++) {
            char c = exact.charAt(i);
            already = c == ' ' ? before != ' ' : c > ' ' && !Character.isSpaceChar(c);
            before = c;
        }
        // Nearly all names are, and a regular expression costs more than all else.
        return already ? exact : SPACES.matcher(exact).replaceAll(" ").strip();
    }

    private static String withoutPossessive(String name) {
        boolean may = name.indexOf('\'') >= 0 || name.indexOf('\u2019') >= 0;
        return may ? POSSESSIVE.matcher(name).replaceFirst("") : name;
    }

    private static boolean dropped(String type, String part) {
        String word = folded(part);
        return type.equals("person") ? Titles.title(word) : word.equals("the");
    }

    /** Lower case, without accents, dots and apostrophes. */
    private static String folded(String text) {
        if (text.chars().allMatch(c -> c < 0x80 && c != '.' && c != '\'' && c != '`')) {
            return text.toLowerCase(Locale.ROOT);
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return DOTS_AND_APOSTROPHES.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    String first() {
        return words.get(0);
    }

    String last() {
        return words.get(words.size() - 1);
    }

    /** 0 for a single word, 1 for several with an initial among them, else 2. */
    int fullness() {
        if (words.size() == 1) {
            return 0;
        }
        return words.stream().anyMatch(word -> word.length() == 1) ? 1 : 2;
    }

    /** The words joined by hyphens. */
    String slug() {
        return String.join("-", words);
    }

    /**
     * The id of what bears this name and is not known better: equal in every article, and for a person equal however the
     * name is put into Latin letters. A single name tells no more than itself: two articles' Smiths share it.
     */
    String urn() {
        return "urn:dateline:" + type + ":" + slug();
    }

    /** The first letters of its weighty words, {@code un} for United Nations; empty for a single word. */
    String initials() {
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            if (!word.equals("of") && !word.equals("the") && !word.equals("and") && !word.equals("for")) {
                initials.appendCodePoint(word.codePointAt(0));
            }
        }
        return initials.length() < 2 ? "" : initials.toString();
    }

    /** Whether it is written like an acronym: {@code U.N.}, {@code IRNA}. */
    boolean acronym() {
        return words.size() == 1
                && last().length() > 1
                && shown.chars().noneMatch(Character::isLowerCase)
                && shown.chars().anyMatch(Character::isUpperCase);
    }
}
