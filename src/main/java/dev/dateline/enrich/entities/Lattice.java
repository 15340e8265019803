package dev.dateline.enrich.entities;

import java.util.Arrays;

/**
 * All labellings of one sentence under a linear-chain CRF (Lafferty, McCallum and Pereira, 2001): the best one, and the
 * probabilities. Reused from sentence to sentence; one thread.
 */
public final class Lattice {
    private final Labels labels;
    private final int width;
    private float[] scores = new float[0];
    private double[] potentials = new double[0];
    private double[] forward = new double[0];
    private double[] backward = new double[0];
    private final double[] transitionPotentials;
    private int length;

    public Lattice(Labels labels) {
        this.labels = labels;
        this.width = labels.size();
        this.transitionPotentials = new double[width * width];
    }

    /** Makes room for a sentence of {@code tokens} tokens, all scores 0. */
    public void reset(int tokens) {
        length = tokens;
        if (scores.length < tokens * width) {
            scores = new float[tokens * width];
            potentials = new double[scores.length];
            forward = new double[scores.length];
            backward = new double[scores.length];
        }
        Arrays.fill(scores, 0, tokens * width, 0f);
    }

    /** Scores, token by token, as many a token as there are labels: to be written after {@link #reset}. */
    public float[] scores() {
        return scores;
    }

    /** The labelling with the highest score (Viterbi, 1967). */
    public int[] best(float[] transitions) {
        byte[] from = new byte[length * width];
        double[] reached = new double[width];
        for (int token = 0; token < length; token++) {
            double[] next = new double[width];
            for (int label = 0; label < width; label++) {
                next[label] = scores[token * width + label] + arrive(token, label, reached, transitions, from);
            }
            reached = next;
        }
        int last = Labels.OUTSIDE;
        for (int label = 0; label < width; label++) {
            if (Labels.closes(label) && reached[label] > reached[last]) {
                last = label;
            }
        }
        int[] path = new int[length];
        for (int token = length - 1; token >= 0; token--) {
            path[token] = last;
            last = from[token * width + last];
        }
        return path;
    }

    private double arrive(int token, int label, double[] reached, float[] transitions, byte[] from) {
        if (token == 0) {
            return Labels.opens(label) ? 0 : Double.NEGATIVE_INFINITY;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int before : labels.predecessors(label)) {
            double score = reached[before] + transitions[before * width + label];
            if (score > best) {
                best = score;
                from[token * width + label] = (byte) before;
            }
        }
        return best;
    }

    /** Sums over all labellings, all scores divided by {@code temperature}, forward and backward; {@link #probabilities}, {@link #pairs} and {@link #span} then answer. */
    public void sum(float[] transitions, double temperature) {
        for (int i = 0; i < transitionPotentials.length; i++) {
            transitionPotentials[i] = Math.exp(transitions[i] / temperature);
        }
        for (int token = 0; token < length; token++) {
            int at = token * width;
            float top = Float.NEGATIVE_INFINITY;
            for (int label = 0; label < width; label++) {
                top = Math.max(top, scores[at + label]);
            }
            for (int label = 0; label < width; label++) {
                potentials[at + label] = Math.exp((scores[at + label] - top) / temperature);
            }
            forward(token);
        }
        for (int token = length - 1; token >= 0; token--) {
            backward(token);
        }
    }

    private void forward(int token) {
        int at = token * width;
        double total = 0;
        for (int label = 0; label < width; label++) {
            double sum = 0;
            if (token == 0) {
                sum = Labels.opens(label) ? 1 : 0;
            } else {
                for (int before : labels.predecessors(label)) {
                    sum += forward[at - width + before] * transitionPotentials[before * width + label];
                }
            }
            forward[at + label] = sum * potentials[at + label];
            total += forward[at + label];
        }
        scale(forward, at, total);
    }

    private void backward(int token) {
        int at = token * width;
        if (token == length - 1) {
            for (int label = 0; label < width; label++) {
                backward[at + label] = Labels.closes(label) ? 1 : 0;
            }
            return;
        }
        Arrays.fill(backward, at, at + width, 0);
        double total = 0;
        for (int label = 0; label < width; label++) {
            double after = backward[at + width + label] * potentials[at + width + label];
            for (int before : labels.predecessors(label)) {
                backward[at + before] += after * transitionPotentials[before * width + label];
            }
        }
        for (int label = 0; label < width; label++) {
            total += backward[at + label];
        }
        scale(backward, at, total);
    }

    /** Each token's sums are scaled to 1, so that no sentence is too long for a double. */
    private void scale(double[] sums, int at, double total) {
        for (int label = 0; label < width; label++) {
            sums[at + label] /= total;
        }
    }

    /** Writes each label's probability at a token into {@code into}. */
    public void probabilities(int token, double[] into) {
        int at = token * width;
        double total = 0;
        for (int label = 0; label < width; label++) {
            into[label] = forward[at + label] * backward[at + label];
            total += into[label];
        }
        for (int label = 0; label < width; label++) {
            into[label] /= total;
        }
    }

    /** How unsure a token is: one minus the probability of its likeliest label. */
    double doubt(int token) {
        int at = token * width;
        double total = 0;
        double most = 0;
        for (int label = 0; label < width; label++) {
            double weight = forward[at + label] * backward[at + label];
            total += weight;
            most = Math.max(most, weight);
        }
        return 1 - most / total;
    }

    /** Writes the probabilities of the pairs (label at token − 1, label at token) into {@code into}. */
    public void pairs(int token, double[] into) {
        int at = token * width;
        Arrays.fill(into, 0);
        double total = 0;
        for (int label = 0; label < width; label++) {
            double after = backward[at + label] * potentials[at + label];
            for (int before : labels.predecessors(label)) {
                double pair = forward[at - width + before] * transitionPotentials[before * width + label] * after;
                into[before * width + label] = pair;
                total += pair;
            }
        }
        for (int i = 0; i < into.length; i++) {
            into[i] /= total;
        }
    }

    /** The probability that exactly {@code from..to} is a name of this type, given the rest of the sentence. */
    public double span(int type, int from, int to) {
        double[] pairs = new double[width * width];
        double[] single = new double[width];
        probabilities(from, single);
        double probability = single[Labels.of(type, 0, to - from)];
        for (int token = from + 1; token < to; token++) {
            int before = Labels.of(type, token - 1 - from, to - from);
            int label = Labels.of(type, token - from, to - from);
            pairs(token, pairs);
            probabilities(token - 1, single);
            probability *= single[before] == 0 ? 0 : pairs[before * width + label] / single[before];
        }
        return Math.min(1, Math.max(0, probability));
    }
}
