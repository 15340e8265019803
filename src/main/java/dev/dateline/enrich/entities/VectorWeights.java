package dev.dateline.enrich.entities;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the second reading makes of the vectors that the sentence encoder gives to words. The encoder reads everything in
 * lower case, so words with a capital have weights of their own.
 *
 * @param layers of the encoder whose vectors are put one after the other, counted from 1
 * @param temperature of the confidences of sentences read with vectors, as in {@link Pass}
 * @param means subtracted from each component
 * @param factors multiply what is left
 * @param weights for words without a capital, then for those with one: component by component, one for each label
 */
@SuppressWarnings("ArrayRecordComponent")
public record VectorWeights(List<Integer> layers, float temperature, float[] means, float[] factors, float[] weights) {
    public VectorWeights {
        layers = List.copyOf(layers);
        if (means.length != factors.length || means.length == 0 || weights.length % (2 * means.length) != 0) {
            throw new IllegalArgumentException("the weights of the vectors disagree in length");
        }
    }

    int labels() {
        return weights.length / means.length / 2;
    }

    /** Adds to the scores of a token, from {@code at} on, what its vector says. */
    void addTo(float[] scores, int at, float[] vector, boolean capital) {
        int labels = labels();
        int block = capital ? weights.length / 2 : 0;
        float[] sums = new float[labels];
        // Four components a turn: a sum is fetched and put back for each turn.
        int i = 0;
        for (; i <= means.length - 4; i += 4) {
            float one = (vector[i] - means[i]) * factors[i];
            float two = (vector[i + 1] - means[i + 1]) * factors[i + 1];
            float three = (vector[i + 2] - means[i + 2]) * factors[i + 2];
            float four = (vector[i + 3] - means[i + 3]) * factors[i + 3];
            int row = block + i * labels;
            for (int label = 0; label < labels; label++) {
                float sum = sums[label];
                sum += one * weights[row + label];
                sum += two * weights[row + labels + label];
                sum += three * weights[row + 2 * labels + label];
                sum += four * weights[row + 3 * labels + label];
                sums[label] = sum;
            }
        }
        for (; i < means.length; i++) {
            float value = (vector[i] - means[i]) * factors[i];
            int row = block + i * labels;
            for (int label = 0; label < labels; label++) {
                sums[label] += value * weights[row + label];
            }
        }
        for (int label = 0; label < labels; label++) {
            scores[at + label] += sums[label];
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(layers.size());
        for (int layer : layers) {
            out.writeInt(layer);
        }
        out.writeFloat(temperature);
        Packed.writeFloats(out, means);
        Packed.writeFloats(out, factors);
        Packed.writeFloats(out, weights);
    }

    static VectorWeights read(DataInputStream in, int layers) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            numbers.add(in.readInt());
        }
        float temperature = in.readFloat();
        return new VectorWeights(
                numbers, temperature, Packed.readFloats(in), Packed.readFloats(in), Packed.readFloats(in));
    }
}
