package dev.dateline.enrich.topics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of each concept's label an article says in its own words, anywhere in its text: the encoder reads the opening
 * only, and what an article is also about often comes later. Immutable.
 */
final class LabelWords {
    /** A word said this often counts in full: once may be in passing. */
    private static final int OFTEN = 3;

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
            for (String counted : WordCounts.of(concepts.get(i).label()).keySet()) {
                String word = singular(counted);
                if (!EMPTY_WORDS.contains(word)) {
                    ofLabel.add(words.computeIfAbsent(word, another -> words.size()));
                }
            }
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

    /** Of a text's {@link WordCounts}. */
    Said saidIn(Map<String, Integer> text) {
        int[] counts = new int[weights.length];
        text.forEach((word, count) -> {
            Integer number = words.get(singular(word));
            if (number != null) {
                counts[number] += count;
            }
        });
        return new Said(counts);
    }

    /** How much one text says of the labels. */
    final class Said {
        private final int[] counts;

        private Said(int[] counts) {
            this.counts = counts;
        }

        /** 0, unless all words of the concept's label are said, to 1, for all said often; rare words count more. */
        double of(int concept) {
            double all = 0;
            double found = 0;
            for (int word : wordsOf[concept]) {
                // Half a label misleads: talks are not yet peace talks.
                if (counts[word] == 0) {
                    return 0;
                }
                all += weights[word];
                found += weights[word] * Math.min(OFTEN, counts[word]) / OFTEN;
            }
            return all == 0 ? 0 : found / all;
        }
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - "ies".length()) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
