package dev.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How much of each concept's label an article says in its own words, anywhere in its text: the encoder reads the opening
 * only, and what an article is also about often comes later. Linear in the text. Immutable.
 */
final class LabelWords {
    /** A word said this often counts in full: once may be in passing. */
    private static final int OFTEN = 3;

    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 40;
    private static final Set<String> EMPTY_WORDS =
            Set.of("and", "the", "for", "other", "general", "with", "from", "non", "not", "new", "type");

    private final int concepts;
    private final Map<String, List<Integer>> conceptsOf = new HashMap<>();
    private final List<Set<String>> wordsOf = new ArrayList<>();

    LabelWords(List<Concept> concepts) {
        this.concepts = concepts.size();
        for (int i = 0; i < concepts.size(); i++) {
            Set<String> words = new HashSet<>(counts(concepts.get(i).label()).keySet());
            words.removeAll(EMPTY_WORDS);
            wordsOf.add(words);
            for (String word : words) {
                conceptsOf.computeIfAbsent(word, first -> new ArrayList<>()).add(i);
            }
        }
    }

    /** For each concept 0, unless all words of its label are said, to 1, for all said often; rare words count more. */
    double[] saidIn(String text) {
        double[] said = new double[concepts];
        Map<String, Integer> counts = counts(text);
        for (int i = 0; i < concepts; i++) {
            double all = 0;
            double found = 0;
            for (String word : wordsOf.get(i)) {
                double weight = 1.0 / conceptsOf.getOrDefault(word, List.of()).size();
                all += weight;
                found += weight * Math.min(OFTEN, counts.getOrDefault(word, 0)) / OFTEN;
            }
            // Half a label misleads: talks are not yet peace talks.
            said[i] = counts.keySet().containsAll(wordsOf.get(i)) && all > 0 ? found / all : 0;
        }
        return said;
    }

    private Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetter(text.charAt(i))) {
                continue;
            }
            if (i - from >= SHORTEST_WORD && i - from <= LONGEST_WORD) {
                counts.merge(singular(text.substring(from, i).toLowerCase(Locale.ROOT)), 1, Integer::sum);
            }
            from = i + 1;
        }
        return counts;
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - "ies".length()) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
