package dev.dateline.tool.topics;

import dev.dateline.enrich.topics.SubjectClassifier;

/**
 * Multinomial logistic regression with an L2 penalty, by Nesterov's accelerated gradient: the same numbers every time.
 */
final class SubjectTrainer {
    private static final int STEPS = 400;
    /** On dev news 0.001 to 0.005 score alike. */
    private static final double PENALTY = 0.003;
    /** Above the largest curvature of the loss for unit vectors and a bias, so that no step overshoots. */
    private static final double CURVATURE = 1.0;

    private final int subjects;
    private final int dimensions;

    SubjectTrainer(int subjects, int dimensions) {
        this.subjects = subjects;
        this.dimensions = dimensions;
    }

    /** Trains on samples, whose weights add up to 1. */
    SubjectClassifier train(Samples samples, double temperature) {
        // Each row of the parameters ends with the bias.
        double[] now = new double[subjects * (dimensions + 1)];
        double[] ahead = now.clone();
        double momentum = 1;
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = gradient(ahead, samples);
            double nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            for (int i = 0; i < now.length; i++) {
                double next = ahead[i] - gradient[i] / CURVATURE;
                ahead[i] = next + (momentum - 1) / nextMomentum * (next - now[i]);
                now[i] = next;
            }
            momentum = nextMomentum;
        }
        return classifier(now, temperature);
    }

    private double[] gradient(double[] at, Samples samples) {
        int row = dimensions + 1;
        double[] gradient = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            gradient[i] = i % row == dimensions ? 0 : PENALTY * at[i];
        }
        for (int n = 0; n < samples.vectors().size(); n++) {
            float[] vector = samples.vectors().get(n);
            double[] target = samples.targets().get(n);
            double weight = samples.weights().get(n);
            double[] likely = probabilities(at, vector);
            for (int subject = 0; subject < subjects; subject++) {
                double error = (likely[subject] - target[subject]) * weight;
                for (int i = 0; i < dimensions; i++) {
                    gradient[subject * row + i] += error * vector[i];
                }
                gradient[subject * row + dimensions] += error;
            }
        }
        return gradient;
    }

    private double[] probabilities(double[] at, float[] vector) {
        int row = dimensions + 1;
        double[] likely = new double[subjects];
        double all = 0;
        for (int subject = 0; subject < subjects; subject++) {
            double sum = at[subject * row + dimensions];
            for (int i = 0; i < dimensions; i++) {
                sum += at[subject * row + i] * vector[i];
            }
            likely[subject] = StrictMath.exp(sum);
            all += likely[subject];
        }
        for (int subject = 0; subject < subjects; subject++) {
            likely[subject] /= all;
        }
        return likely;
    }

    private SubjectClassifier classifier(double[] parameters, double temperature) {
        float[] weights = new float[subjects * dimensions];
        float[] biases = new float[subjects];
        for (int subject = 0, at = 0; subject < subjects; subject++) {
            for (int i = 0; i < dimensions; i++) {
                weights[subject * dimensions + i] = (float) (parameters[at++] / temperature);
            }
            biases[subject] = (float) (parameters[at++] / temperature);
        }
        return new SubjectClassifier(weights, biases);
    }
}
