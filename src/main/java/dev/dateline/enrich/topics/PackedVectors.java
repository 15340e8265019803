package dev.dateline.enrich.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

/**
 * Many vectors of one length, a byte a component: each vector has its own scale, the value that 127 stands for. The
 * error this adds to a cosine is below 0.005. Immutable.
 */
public final class PackedVectors {
    private static final int LARGEST = 127;
    private static final int MOST_DIMENSIONS = 4_096;

    private final int dimensions;
    private final float[] scales;
    private final byte[] values;

    private PackedVectors(int dimensions, float[] scales, byte[] values) {
        this.dimensions = dimensions;
        this.scales = scales;
        this.values = values;
    }

    /** Packs vectors of equal length; at least one. */
    public static PackedVectors of(List<float[]> vectors) {
        int dimensions = vectors.get(0).length;
        float[] scales = new float[vectors.size()];
        byte[] values = new byte[vectors.size() * dimensions];
        for (int row = 0; row < scales.length; row++) {
            float[] vector = vectors.get(row);
            float largest = Float.MIN_NORMAL;
            for (float x : vector) {
                largest = Math.max(largest, Math.abs(x));
            }
            scales[row] = largest / LARGEST;
            for (int i = 0; i < dimensions; i++) {
                values[row * dimensions + i] = (byte) Math.round(vector[i] / scales[row]);
            }
        }
        return new PackedVectors(dimensions, scales, values);
    }

    static PackedVectors read(DataInputStream in) throws IOException {
        float[] scales = Floats.read(in);
        int dimensions = Floats.count(in, MOST_DIMENSIONS);
        byte[] values = in.readNBytes(scales.length * dimensions);
        if (values.length < scales.length * dimensions) {
            throw new EOFException("the vectors are cut off");
        }
        return new PackedVectors(dimensions, scales, values);
    }

    void write(DataOutputStream out) throws IOException {
        Floats.write(scales, out);
        out.writeInt(dimensions);
        out.write(values);
    }

    int size() {
        return scales.length;
    }

    /** The dot product of {@code vector} with each of these, in their order. */
    public float[] times(float[] vector) {
        float[] products = new float[scales.length];
        for (int row = 0, at = 0; row < scales.length; row++) {
            // Four sums that wait for no other; one would take four times as long.
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            int i = 0;
            for (; i <= dimensions - 4; i += 4, at += 4) {
                a += vector[i] * values[at];
                b += vector[i + 1] * values[at + 1];
                c += vector[i + 2] * values[at + 2];
                d += vector[i + 3] * values[at + 3];
            }
            for (; i < dimensions; i++) {
                a += vector[i] * values[at++];
            }
            products[row] = (a + b + c + d) * scales[row];
        }
        return products;
    }
}
