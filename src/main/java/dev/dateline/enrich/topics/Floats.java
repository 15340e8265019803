package dev.dateline.enrich.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Numbers in a model file: how many, then each, big-endian. */
final class Floats {
    private static final int MOST = 1 << 24;

    private Floats() {}

    static float[] read(DataInputStream in) throws IOException {
        float[] values = new float[count(in, MOST)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    static void write(float[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    /** A count that a damaged file cannot turn into an allocation without bound. */
    static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("a count of " + count + " in a topic model, where " + most + " is the most");
        }
        return count;
    }
}
