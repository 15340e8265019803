package dev.dateline.enrich.entities;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Arrays in the model's file: length, then the values byte plane by byte plane, since the high bytes of neighbours are
 * alike and so compress.
 */
final class Packed {
    /** Above any array of a sane model: a damaged length must not exhaust the memory. */
    private static final int MAX_BYTES = 1 << 28;

    private Packed() {}

    static void writeBytes(DataOutputStream out, byte[] values) throws IOException {
        out.writeInt(values.length);
        out.write(values);
    }

    static byte[] readBytes(DataInputStream in) throws IOException {
        byte[] values = new byte[length(in, 1)];
        in.readFully(values);
        return values;
    }

    static void writeShorts(DataOutputStream out, short[] values) throws IOException {
        byte[] planes = new byte[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            planes[i] = (byte) (values[i] >> 8);
            planes[values.length + i] = (byte) values[i];
        }
        out.writeInt(values.length);
        out.write(planes);
    }

    static short[] readShorts(DataInputStream in) throws IOException {
        short[] values = new short[length(in, 2)];
        byte[] planes = in.readNBytes(values.length * 2);
        complete(planes.length, values.length * 2);
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) ((planes[i] << 8) | (planes[values.length + i] & 0xFF));
        }
        return values;
    }

    static void writeInts(DataOutputStream out, int[] values) throws IOException {
        byte[] planes = new byte[values.length * 4];
        for (int plane = 0; plane < 4; plane++) {
            for (int i = 0; i < values.length; i++) {
                planes[plane * values.length + i] = (byte) (values[i] >> (24 - 8 * plane));
            }
        }
        out.writeInt(values.length);
        out.write(planes);
    }

    static int[] readInts(DataInputStream in) throws IOException {
        int[] values = new int[length(in, 4)];
        for (int plane = 0; plane < 4; plane++) {
            byte[] bytes = in.readNBytes(values.length);
            complete(bytes.length, values.length);
            for (int i = 0; i < values.length; i++) {
                values[i] |= (bytes[i] & 0xFF) << (24 - 8 * plane);
            }
        }
        return values;
    }

    static void writeFloats(DataOutputStream out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4);
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    static float[] readFloats(DataInputStream in) throws IOException {
        float[] values = new float[length(in, 4)];
        byte[] bytes = in.readNBytes(values.length * 4);
        complete(bytes.length, values.length * 4);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }

    private static int length(DataInputStream in, int width) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES / width) {
            throw new IOException("an array of " + length + " values is not in any entity model");
        }
        return length;
    }

    private static void complete(int got, int wanted) throws IOException {
        if (got != wanted) {
            throw new IOException("the entity model ends too early");
        }
    }
}
