package dev.dateline.tool.topics;

import java.util.ArrayList;
import java.util.List;

/**
 * What a classifier of subjects is trained on.
 *
 * @param vectors seen from the mean of news, of length 1
 * @param targets for each vector how likely each subject is; these add up to 1
 * @param weights how much each vector counts
 */
record Samples(List<float[]> vectors, List<double[]> targets, List<Double> weights) {
    /** Vectors of news carry up to this part of a subject's weight, the examples the rest. */
    private static final double NEWS_PART = 0.5;
    /** So many articles of a subject carry all of that part; fewer carry less. */
    private static final double ENOUGH_NEWS = 100;

    Samples {
        vectors = List.copyOf(vectors);
        targets = List.copyOf(targets);
        weights = List.copyOf(weights);
    }

    /**
     * Of examples with one subject each.
     *
     * @param shares how much of the news each subject makes up: its examples weigh so much together
     */
    static Samples of(List<float[]> vectors, int[] subjectOf, double[] shares) {
        double[] counts = new double[shares.length];
        for (int subject : subjectOf) {
            counts[subject]++;
        }
        List<double[]> targets = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int subject : subjectOf) {
            double[] target = new double[shares.length];
            target[subject] = 1;
            targets.add(target);
            weights.add(shares[subject] / counts[subject]);
        }
        return new Samples(vectors, targets, weights);
    }

    /** These and news, so weighed that the share of each subject stays: news must not teach how frequent its mix is. */
    Samples with(List<float[]> news, List<double[]> likely, double[] shares) {
        double[] counts = new double[shares.length];
        for (double[] target : likely) {
            for (int subject = 0; subject < counts.length; subject++) {
                counts[subject] += target[subject];
            }
        }
        double[] part = new double[shares.length];
        for (int subject = 0; subject < part.length; subject++) {
            part[subject] = NEWS_PART * Math.min(1, counts[subject] / ENOUGH_NEWS);
        }
        List<float[]> allVectors = new ArrayList<>(vectors);
        List<double[]> allTargets = new ArrayList<>(targets);
        List<Double> allWeights = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            double left = 0;
            for (int subject = 0; subject < part.length; subject++) {
                left += targets.get(i)[subject] * (1 - part[subject]);
            }
            allWeights.add(weights.get(i) * left);
        }
        for (int i = 0; i < news.size(); i++) {
            double[] target = new double[part.length];
            double weight = 0;
            for (int subject = 0; subject < part.length; subject++) {
                target[subject] = counts[subject] == 0
                        ? 0
                        : likely.get(i)[subject] * shares[subject] * part[subject] / counts[subject];
                weight += target[subject];
            }
            for (int subject = 0; subject < part.length; subject++) {
                target[subject] /= Math.max(weight, Double.MIN_NORMAL);
            }
            allVectors.add(news.get(i));
            allTargets.add(target);
            allWeights.add(weight);
        }
        return new Samples(allVectors, allTargets, allWeights);
    }
}
