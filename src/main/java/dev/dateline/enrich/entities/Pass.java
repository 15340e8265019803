package dev.dateline.enrich.entities;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One reading of the article.
 *
 * @param scale what an 8-bit weight of 1 stands for
 * @param transitions score of each label after each other, {@code before * labels + label}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Pass(float scale, float[] transitions) {
    void write(DataOutputStream out) throws IOException {
        out.writeFloat(scale);
        Packed.writeFloats(out, transitions);
    }

    static Pass read(DataInputStream in) throws IOException {
        return new Pass(in.readFloat(), Packed.readFloats(in));
    }
}
