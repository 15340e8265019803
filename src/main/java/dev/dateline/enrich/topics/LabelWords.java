package dev.dateline.enrich.topics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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

    /** Each word of a label has a number. */
    private final Map<String, Integer> words = new HashMap<>();
    /** The words of each concept's label. */
    private final int[][] wordsOf;
    /** How much each word counts: less, the more labels have it. */
    private final double[] weights;

    LabelWords(List<Concept> concepts) {
        this.wordsOf = new int[concepts.size()][];
        for (int i = 0; i < wordsOf.length; i++) {
            Set<Integer> ofLabel = new LinkedHashSet<>();
            forEachWord(concepts.get(i).label(), word -> {
                if (!EMPTY_WORDS.contains(word)) {
                    ofLabel.add(words.computeIfAbsent(word, another -> words.size()));
                }
            });
            wordsOf[i] = ofLabel.stream().mapToInt(Integer::intValue).toArray();
        }
        int[] labels = new int[words.size()];
        for (int[] ofLabel : wordsOf) {
            for (int word : ofLabel) {
                labels[word]++;
            }
        }
        this.weights = Arrays.stream(labels).mapToDouble(many -> 1.0 / many).toArray();
    }

    /** For each concept 0, unless all words of its label are said, to 1, for all said often; rare words count more. */
    double[] saidIn(String text) {
        int[] counts = new int[weights.length];
        forEachWord(text, word -> {
            Integer number = words.get(word);
            if (number != null) {
                counts[number]++;
            }
        });
        double[] said = new double[wordsOf.length];
        for (int i = 0; i < said.length; i++) {
            double all = 0;
            double found = 0;
            boolean whole = wordsOf[i].length > 0;
            for (int word : wordsOf[i]) {
                all += weights[word];
                found += weights[word] * Math.min(OFTEN, counts[word]) / OFTEN;
                whole &= counts[word] > 0;
            }
            // Half a label misleads: talks are not yet peace talks.
            said[i] = whole ? found / all : 0;
        }
        return said;
    }

    private static void forEachWord(String text, Consumer<String> then) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetter(text.charAt(i))) {
                continue;
            }
            if (i - from >= SHORTEST_WORD && i - from <= LONGEST_WORD) {
                then.accept(singular(text.substring(from, i).toLowerCase(Locale.ROOT)));
            }
            from = i + 1;
        }
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - "ies".length()) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
