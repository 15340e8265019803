package dev.dateline.tool.entities;

import dev.dateline.enrich.entities.Labels;
import dev.dateline.enrich.entities.Lattice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A linear-chain CRF trained by AdaGrad (Duchi, Hazan and Singer, 2011), a sentence a step, with dropped-out features
 * and averaged weights. The same input and seed give the same weights.
 */
final class Crf {
    private static final double STEP = 0.15;
    private static final double DAMPING = 0.1;
    private static final double TRANSITION_SHARE = 0.3;
    private static final double SMALLEST_GRADIENT = 0.002;

    private final Labels labels;
    private final int width;
    private final double dropout;
    private final float[] weights;
    private float[] squares;
    private float[] drift;
    private final float[] transitions;
    private final float[] transitionSquares;
    private final float[] transitionDrift;
    private final Lattice lattice;
    private final SplittableRandom random;
    private int steps;

    private final Optional<VectorLayer> layer;
    private final double without;
    private final double besideVectors;

    /**
     * A CRF that has learnt nothing.
     *
     * @param seed added to the recipe's
     * @param layer for vectors of the words
     */
    Crf(Labels labels, int features, Recipe recipe, long seed, Optional<VectorLayer> layer) {
        this.layer = layer;
        this.without = recipe.without();
        this.besideVectors = recipe.besideVectors();
        this.labels = labels;
        this.width = labels.size();
        this.dropout = recipe.dropout();
        this.weights = new float[features * width];
        this.squares = new float[weights.length];
        this.drift = new float[weights.length];
        this.transitions = new float[width * width];
        this.transitionSquares = new float[width * width];
        this.transitionDrift = new float[width * width];
        this.lattice = new Lattice(labels);
        this.random = new SplittableRandom(recipe.seed() + seed);
    }

    /**
     * A sentence.
     *
     * @param features their numbers for each token
     * @param gold the right label of each token
     * @param first its first token in the text's {@code vectors}
     * @param capitals of the text's tokens
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sentence(int[][] features, int[] gold, WordVectors vectors, int first, boolean[] capitals) {
        boolean capital(int token) {
            return capitals[first + token];
        }
    }

    /** Trains on every sentence once per epoch, each time in another order. */
    void train(List<Sentence> sentences, int epochs) {
        int[] order = new int[sentences.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[other];
                order[other] = swapped;
            }
            for (int next : order) {
                learn(sentences.get(next));
            }
        }
    }

    private void learn(Sentence sentence) {
        steps++;
        int length = sentence.gold().length;
        float[][] vectors = vectors(sentence);
        double dropped = vectors.length > 0 ? besideVectors : dropout;
        int[][] kept = new int[length][];
        for (int token = 0; token < length; token++) {
            kept[token] = drop(sentence.features()[token], dropped);
        }
        score(kept, (float) (1 / (1 - dropped)));
        for (int token = 0; token < vectors.length; token++) {
            layer.orElseThrow().addTo(lattice.scores(), token * width, vectors[token], sentence.capital(token));
        }
        lattice.sum(Lattice.potentials(transitions, 1), 1);
        double[] expected = new double[width];
        double[] pairs = new double[width * width];
        for (int token = 0; token < length; token++) {
            lattice.probabilities(token, expected);
            for (int label = 0; label < width; label++) {
                expected[label] = (label == sentence.gold()[token] ? 1 : 0) - expected[label];
            }
            moveWeights(kept[token], expected);
            if (vectors.length > 0) {
                moveLayer(vectors[token], sentence.capital(token), expected);
            }
            if (token > 0) {
                lattice.pairs(token, pairs);
                moveTransitions(sentence.gold()[token - 1] * width + sentence.gold()[token], pairs);
            }
        }
    }

    /** Those of the sentence, some of their components left out; none if it is to be read without. */
    private float[][] vectors(Sentence sentence) {
        if (layer.isEmpty() || random.nextDouble() < without) {
            return new float[0][];
        }
        float[][] vectors = new float[sentence.gold().length][];
        for (int token = 0; token < vectors.length; token++) {
            vectors[token] = layer.get().read(sentence.vectors(), sentence.first() + token, dropout, random);
        }
        return vectors;
    }

    private void moveLayer(float[] vector, boolean capital, double[] gradients) {
        float[] clear = new float[width];
        boolean any = false;
        for (int label = 0; label < width; label++) {
            if (Math.abs(gradients[label]) >= SMALLEST_GRADIENT) {
                clear[label] = (float) gradients[label];
                any = true;
            }
        }
        if (any) {
            layer.orElseThrow().move(vector, capital, clear, steps - 1);
        }
    }

    private int[] drop(int[] features, double dropped) {
        if (dropped == 0) {
            return features;
        }
        int[] kept = new int[features.length];
        int size = 0;
        for (int feature : features) {
            if (random.nextDouble() >= dropped) {
                kept[size++] = feature;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private void moveWeights(int[] features, double[] gradients) {
        int[] moved = IntStream.range(0, width)
                .filter(label -> Math.abs(gradients[label]) >= SMALLEST_GRADIENT)
                .toArray();
        if (moved.length == 0) {
            return;
        }
        for (int feature : features) {
            for (int label : moved) {
                int at = feature * width + label;
                double gradient = gradients[label];
                squares[at] += (float) (gradient * gradient);
                float delta = (float) (STEP * gradient / Math.sqrt(squares[at] + DAMPING));
                weights[at] += delta;
                drift[at] += delta * (steps - 1);
            }
        }
    }

    private void moveTransitions(int gold, double[] expected) {
        for (int at = 0; at < expected.length; at++) {
            double gradient = (at == gold ? 1 : 0) - expected[at];
            if (Math.abs(gradient) >= SMALLEST_GRADIENT) {
                transitionSquares[at] += (float) (gradient * gradient);
                double root = Math.sqrt(transitionSquares[at] + DAMPING);
                float delta = (float) (TRANSITION_SHARE * STEP * gradient / root);
                transitions[at] += delta;
                transitionDrift[at] += delta * (steps - 1);
            }
        }
    }

    private void score(int[][] features, float factor) {
        lattice.reset(features.length);
        float[] scores = lattice.scores();
        for (int token = 0; token < features.length; token++) {
            for (int feature : features[token]) {
                for (int label = 0; label < width; label++) {
                    scores[token * width + label] += weights[feature * width + label] * factor;
                }
            }
        }
    }

    /** Replaces all weights by their average over the training; call once, at the end. */
    void average() {
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= drift[i] / steps;
        }
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] -= transitionDrift[i] / steps;
        }
        layer.ifPresent(each -> each.average(steps));
        squares = new float[0];
        drift = new float[0];
    }

    /** Moves this, the mean of {@code before} models, to the mean of one more. */
    void meanWith(Crf other, int before) {
        mean(weights, other.weights, before);
        mean(transitions, other.transitions, before);
        layer.ifPresent(each -> mean(each.weights(), other.layer.orElseThrow().weights(), before));
    }

    private static void mean(float[] mean, float[] other, int before) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] += (other[i] - mean[i]) / (before + 1);
        }
    }

    /** The best labelling of a sentence. */
    int[] label(int[][] features) {
        score(features, 1);
        return lattice.best(transitions);
    }

    Optional<VectorLayer> layer() {
        return layer;
    }

    int width() {
        return width;
    }

    Labels labels() {
        return labels;
    }

    /** {@code feature * width + label}; not a copy. */
    float[] weights() {
        return weights;
    }

    float[] transitions() {
        return transitions.clone();
    }
}
