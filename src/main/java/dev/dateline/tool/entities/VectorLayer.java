package dev.dateline.tool.entities;

import dev.dateline.enrich.entities.VectorWeights;
import java.util.List;
import java.util.SplittableRandom;

/** The part of the CRF that reads word vectors: trained with it, by smaller steps, since all its inputs are always there. */
final class VectorLayer {
    private static final double DAMPING = 0.1;

    private final int width;
    private final double step;
    private final float[] means;
    private final float[] factors;
    private final float[] weights;
    private float[] squares;
    private float[] drift;

    VectorLayer(int width, double step, float[] means, float[] factors) {
        this.width = width;
        this.step = step;
        this.means = means;
        this.factors = factors;
        this.weights = new float[2 * means.length * width];
        this.squares = new float[weights.length];
        this.drift = new float[weights.length];
    }

    /** A layer for these vectors, each component brought to a mean of 0 and a deviation of 1 over them. */
    static VectorLayer of(int width, double step, List<WordVectors> all) {
        int dimensions = all.get(0).dimensions();
        double[] sums = new double[dimensions];
        double[] squares = new double[dimensions];
        long count = 0;
        for (WordVectors vectors : all) {
            for (int token = 0; token < vectors.tokens(); token++) {
                for (int i = 0; i < dimensions; i++) {
                    float value = vectors.value(token, i);
                    sums[i] += value;
                    squares[i] += (double) value * value;
                }
            }
            count += vectors.tokens();
        }
        float[] means = new float[dimensions];
        float[] factors = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            double mean = sums[i] / count;
            means[i] = (float) mean;
            factors[i] = (float) (1 / Math.sqrt(Math.max(1e-6, squares[i] / count - mean * mean)));
        }
        return new VectorLayer(width, step, means, factors);
    }

    /** One like this that has learnt nothing. */
    VectorLayer fresh() {
        return new VectorLayer(width, step, means, factors);
    }

    /** Takes a token's vector; each component is dropped by chance, as {@code random} has it. */
    float[] read(WordVectors vectors, int token, double dropout, SplittableRandom random) {
        float[] input = new float[means.length];
        float kept = (float) (1 / (1 - dropout));
        for (int i = 0; i < input.length; i++) {
            boolean dropped = dropout > 0 && random.nextInt(1 << 16) < dropout * (1 << 16);
            input[i] = dropped ? 0 : (vectors.value(token, i) - means[i]) * factors[i] * kept;
        }
        return input;
    }

    void addTo(float[] scores, int at, float[] vector, boolean capital) {
        int block = capital ? weights.length / 2 : 0;
        for (int i = 0; i < vector.length; i++) {
            float value = vector[i];
            int row = block + i * width;
            for (int label = 0; label < width; label++) {
                scores[at + label] += value * weights[row + label];
            }
        }
    }

    /** A step towards the gradients, one for each label. */
    void move(float[] vector, boolean capital, float[] gradients, int steps) {
        int block = capital ? weights.length / 2 : 0;
        for (int i = 0; i < vector.length; i++) {
            float value = vector[i];
            if (value != 0) {
                int row = block + i * width;
                for (int label = 0; label < width; label++) {
                    float gradient = gradients[label] * value;
                    float square = squares[row + label] + gradient * gradient;
                    squares[row + label] = square;
                    float delta = (float) (step * gradient / Math.sqrt(square + DAMPING));
                    weights[row + label] += delta;
                    drift[row + label] += delta * steps;
                }
            }
        }
    }

    void average(int steps) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= drift[i] / steps;
        }
        squares = new float[0];
        drift = new float[0];
    }

    float[] weights() {
        return weights;
    }

    VectorWeights packed(List<Integer> layers, float temperature) {
        return new VectorWeights(layers, temperature, means, factors, weights);
    }
}
