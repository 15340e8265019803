package dev.dateline.enrich.topics;

import dev.dateline.enrich.sentences.WordForms;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often a text says each of its words, in lower case: runs of 3 to 40 letters. Counted once, read by several. */
final class WordCounts {
    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 40;

    private WordCounts() {}

    /** In the order in which the text says them first. */
    static Map<String, Integer> of(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0, from = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetter(text.charAt(i))) {
                continue;
            }
            if (i - from >= SHORTEST_WORD && i - from <= LONGEST_WORD) {
                counts.merge(WordForms.of(text, from, i).lower(), 1, Integer::sum);
            }
            from = i + 1;
        }
        return counts;
    }
}
