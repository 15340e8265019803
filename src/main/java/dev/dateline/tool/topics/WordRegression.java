package dev.dateline.tool.topics;

import dev.dateline.tool.labelled.LabelledText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * Logistic regression on TF-IDF weights of words, trained on labelled texts: what a newsroom with an archive would try
 * first, and the yardstick of {@link BenchTopics}.
 */
final class WordRegression {
    private static final int PASSES = 30;
    private static final double RATE = 2.0;
    private static final int LEAST_TEXTS = 2;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> labels;
    private final double[] rarity;
    private final double[][] weights;

    WordRegression(List<LabelledText> texts, long seed) {
        Map<String, Integer> counts = new HashMap<>();
        for (LabelledText text : texts) {
            counts(text.text()).keySet().forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        new TreeSet<>(counts.keySet())
                .stream()
                        .filter(word -> counts.getOrDefault(word, 0) >= LEAST_TEXTS)
                        .forEach(word -> numbers.put(word, numbers.size()));
        rarity = new double[numbers.size()];
        numbers.forEach(
                (word, number) -> rarity[number] = Math.log(1.0 * texts.size() / counts.getOrDefault(word, 1)) + 1);
        labels = List.copyOf(
                new TreeSet<>(texts.stream().map(LabelledText::label).toList()));
        weights = new double[labels.size()][numbers.size() + 1];
        List<Map<Integer, Double>> vectors =
                texts.stream().map(text -> vector(text.text())).toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            order.add(i);
        }
        Random random = new Random(seed);
        for (int pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(order, random);
            double rate = RATE / (1 + pass);
            for (int i : order) {
                double[] likely = likely(vectors.get(i));
                for (int label = 0; label < likely.length; label++) {
                    double error = likely[label]
                            - (labels.get(label).equals(texts.get(i).label()) ? 1 : 0);
                    double[] row = weights[label];
                    vectors.get(i).forEach((word, value) -> row[word] -= rate * error * value);
                    row[row.length - 1] -= rate * error;
                }
            }
        }
    }

    /** The likeliest label. */
    String labelOf(String text) {
        double[] likely = likely(vector(text));
        int best = 0;
        for (int label = 1; label < likely.length; label++) {
            best = likely[label] > likely[best] ? label : best;
        }
        return labels.get(best);
    }

    private double[] likely(Map<Integer, Double> vector) {
        double[] likely = new double[weights.length];
        double all = 0;
        for (int label = 0; label < likely.length; label++) {
            double[] row = weights[label];
            double sum = row[row.length - 1];
            for (Map.Entry<Integer, Double> word : vector.entrySet()) {
                sum += row[word.getKey()] * word.getValue();
            }
            likely[label] = Math.exp(sum);
            all += likely[label];
        }
        for (int label = 0; label < likely.length; label++) {
            likely[label] /= all;
        }
        return likely;
    }

    private Map<Integer, Double> vector(String text) {
        Map<Integer, Double> vector = new HashMap<>();
        double squares = 0;
        for (Map.Entry<String, Integer> word : counts(text).entrySet()) {
            Integer number = numbers.get(word.getKey());
            if (number != null) {
                double value = (1 + Math.log(word.getValue())) * rarity[number];
                vector.put(number, value);
                squares += value * value;
            }
        }
        double length = Math.sqrt(Math.max(squares, Double.MIN_NORMAL));
        vector.replaceAll((word, value) -> value / length);
        return vector;
    }

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.length() > 1) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        return counts;
    }
}
