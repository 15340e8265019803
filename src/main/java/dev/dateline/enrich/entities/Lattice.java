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
    private byte[] from = new byte[0];
    private double[] reached;
    private double[] next;
    private double[] transitionPotentials = new double[0];
    private int length;

    public Lattice(Labels labels) {
        this.labels = labels;
        this.width = labels.size();
        this.reached = new double[width];
        this.next = new double[width];
    }

    /** What {@link #sum} takes for these scores of each label after each other. */
    public static double[] potentials(float[] transitions, double temperature) {
        double[] potentials = new double[transitions.length];
        for (int i = 0; i < potentials.length; i++) {
            potentials[i] = Math.exp(transitions[i] / temperature);
        }
        return potentials;
    }

    /** Makes room for a sentence of {@code tokens} tokens, all scores 0. */
    public void reset(int tokens) {
        length = tokens;
        if (scores.length < tokens * width) {
            scores = new float[tokens * width];
            potentials = new double[scores.length];
            forward = new double[scores.length];
            backward = new double[scores.length];
            from = new byte[scores.length];
        }
        Arrays.fill(scores, 0, tokens * width, 0f);
    }

    /** Scores, token by token, as many a token as there are labels: to be written after {@link #reset}. */
    public float[] scores() {
        return scores;
    }

    /** The labelling with the highest score (Viterbi, 1967). */
    public int[] best(float[] transitions) {
        Arrays.fill(reached, 0);
        for (int token = 0; token < length; token++) {
            for (int label = 0; label < width; label++) {
                next[label] = scores[token * width + label] + arrive(token, label, transitions);
            }
            double[] swapped = reached;
            reached = next;
            next = swapped;
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

    private double arrive(int token, int label, float[] transitions) {
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

    /**
     * Sums over all labellings, forward and backward; {@link #probabilities}, {@link #pairs} and {@link #span} then answer.
     *
     * @param transitions their {@link #potentials} at this temperature
     * @param temperature all scores are divided by it
     */
    public void sum(double[] transitions, double temperature) {
        transitionPotentials = transitions;
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
        double probability = probability(from, Labels.of(type, 0, to - from));
        for (int token = from + 1; token < to; token++) {
            int before = Labels.of(type, token - 1 - from, to - from);
            double single = probability(token - 1, before);
            probability *= single == 0 ? 0 : pair(token, before, Labels.of(type, token - from, to - from)) / single;
        }
        return Math.min(1, Math.max(0, probability));
    }

    private double probability(int token, int label) {
        int at = token * width;
        double total = 0;
        for (int each = 0; each < width; each++) {
            total += forward[at + each] * backward[at + each];
        }
        return forward[at + label] * backward[at + label] / total;
    }

    private double pair(int token, int first, int second) {
        int at = token * width;
        double wanted = 0;
        double total = 0;
        for (int label = 0; label < width; label++) {
            double after = backward[at + label] * potentials[at + label];
            for (int before : labels.predecessors(label)) {
                double pair = forward[at - width + before] * transitionPotentials[before * width + label] * after;
                wanted = before == first && label == second ? pair : wanted;
                total += pair;
            }
        }
        return wanted / total;
    }
}
