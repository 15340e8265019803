package dev.dateline.enrich.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** A linear model with one output for each top-level subject. Immutable. */
public final class SubjectClassifier {
    private final int dimensions;
    private final float[] weights;
    private final float[] biases;

    /**
     * A classifier of these numbers.
     *
     * @param weights subject by subject, as many to each as a vector has components
     * @param biases one a subject
     */
    public SubjectClassifier(float[] weights, float[] biases) {
        if (biases.length == 0 || weights.length % biases.length != 0) {
            throw new IllegalArgumentException(
                    weights.length + " weights cannot be shared by " + biases.length + " subjects");
        }
        this.dimensions = weights.length / biases.length;
        this.weights = weights.clone();
        this.biases = biases.clone();
    }

    static SubjectClassifier read(DataInputStream in) throws IOException {
        float[] biases = Floats.read(in);
        return new SubjectClassifier(Floats.read(in), biases);
    }

    void write(DataOutputStream out) throws IOException {
        Floats.write(biases, out);
        Floats.write(weights, out);
    }

    int subjects() {
        return biases.length;
    }

    /** For each subject the logarithm of its odds, up to a constant that all share. */
    double[] evidence(float[] vector) {
        double[] evidence = new double[biases.length];
        for (int subject = 0, at = 0; subject < evidence.length; subject++) {
            double sum = biases[subject];
            for (int i = 0; i < dimensions; i++) {
                sum += weights[at++] * vector[i];
            }
            evidence[subject] = sum;
        }
        return evidence;
    }

    /** How likely each subject is for a vector; these add up to 1. */
    public double[] probabilities(float[] vector) {
        return probabilities(evidence(vector));
    }

    /** From evidence to probabilities, which add up to 1. */
    static double[] probabilities(double[] evidence) {
        double largest = Arrays.stream(evidence).max().orElse(0);
        // From the largest down: no power overflows.
        double[] odds =
                Arrays.stream(evidence).map(x -> StrictMath.exp(x - largest)).toArray();
        double all = Arrays.stream(odds).sum();
        return Arrays.stream(odds).map(x -> x / all).toArray();
    }
}
