package dev.dateline.enrich.topics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the encoder is given of an article in English: its opening, then the words that the whole of it says most. An
 * encoder's cost grows with what it reads, and the opening alone misses what an article comes to later. Linear in the
 * text.
 */
public final class Digest {
    private static final int OPENING_WORDS = 24;
    private static final int KEY_WORDS = 14;
    /** Up to here a text is read as it is. */
    private static final int SHORT_TEXT = 60;

    private static final Set<String> EMPTY_WORDS =
            Set.of(("the and for with from was were are been has have had its this that these those she his her they"
                            + " their them who which what when will would could should can may not but than then"
                            + " there said says say told also more most new one two after before over out about into"
                            + " you our your him some any all other only just last first year years mrs people time"
                            + " between under being because while during through against where how")
                    .split(" ", -1));

    private Digest() {}

    /** A short text as it is, else what an encoder should read of it. */
    public static String of(String text) {
        return of(text, WordCounts.of(text));
    }

    /** Of a text whose words are counted. */
    static String of(String text, Map<String, Integer> counts) {
        int opening = endOfWord(text, OPENING_WORDS);
        if (endOfWord(text, SHORT_TEXT) == text.length()) {
            return text;
        }
        String start = text.substring(0, opening);
        Set<String> known = WordCounts.of(start).keySet();
        StringBuilder digest = new StringBuilder(start).append('.');
        List<Map.Entry<String, Integer>> ranked = counts.entrySet().stream()
                .filter(word ->
                        word.getValue() > 1 && !known.contains(word.getKey()) && !EMPTY_WORDS.contains(word.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(KEY_WORDS)
                .toList();
        ranked.forEach(word -> digest.append(' ').append(word.getKey()));
        return digest.toString();
    }

    /** Where the nth word ends, parted by white space; the text's end if it has fewer. */
    private static int endOfWord(String text, int nth) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (space && inside && ++words == nth) {
                return i;
            }
            inside = !space;
        }
        return text.length();
    }
}
