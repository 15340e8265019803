package dev.dateline.enrich.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A probability from a few features. Immutable. */
public final class Logistic {
    private final float[] weights;

    /**
     * Of these numbers.
     *
     * @param weights one a feature, and a constant last
     */
    public Logistic(float... weights) {
        this.weights = weights.clone();
    }

    static Logistic read(DataInputStream in, int features) throws IOException {
        float[] weights = Floats.read(in);
        if (weights.length != features + 1) {
            throw new IOException(
                    weights.length + " weights in a topic model do not go with " + features + " features");
        }
        return new Logistic(weights);
    }

    void write(DataOutputStream out) throws IOException {
        Floats.write(weights, out);
    }

    /** How likely something with these features is. */
    public double probability(double... features) {
        double sum = weights[features.length];
        for (int i = 0; i < features.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** The logarithm of the odds, within what is still worth telling apart. */
    static double logit(double probability) {
        double inside = Math.min(1 - 1e-4, Math.max(1e-4, probability));
        return StrictMath.log(inside / (1 - inside));
    }
}
