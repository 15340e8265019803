package dev.dateline.enrich.entities;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One reading of the article.
 *
 * @param scale what an 8-bit weight of 1 stands for
 * @param temperature scores are divided by it before they become probabilities: above 1 makes the model less sure
 * @param transitions score of each label after each other, {@code before * labels + label}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Pass(float scale, float temperature, float[] transitions) {
    void write(DataOutputStream out) throws IOException {
        out.writeFloat(scale);
        out.writeFloat(temperature);
        Packed.writeFloats(out, transitions);
    }

    static Pass read(DataInputStream in) throws IOException {
        return new Pass(in.readFloat(), in.readFloat(), Packed.readFloats(in));
    }
}
