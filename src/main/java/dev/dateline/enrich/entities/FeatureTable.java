package dev.dateline.enrich.entities;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Feature hashes to rows of 8-bit weights, in one flat array: about 3 bytes a row besides the weights. A bucket of
 * about four rows is chosen by the hash's upper half, the row in it by 16 further bits, so one unknown feature in
 * 16,000 is taken for a known one, which a sum over a hundred features bears.
 */
public final class FeatureTable {
    /** Weights are read in blocks of so many columns; the last block of a row reaches into the next row. */
    static final int BLOCK = 32;

    /** Added to each weight, so that none is negative. */
    static final int BIAS = 128;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_SECOND = 0x00FF00FF00FF00FFL;

    private final int columns;
    private final int[] buckets;
    private final short[] checks;
    /** Biased, and as many unused bytes at the end as a block may reach beyond. */
    private final byte[] weights;

    private FeatureTable(int columns, int[] buckets, short[] checks, byte[] weights) {
        this.columns = columns;
        this.buckets = buckets;
        this.checks = checks;
        this.weights = weights;
    }

    /**
     * A table.
     *
     * @param buckets the first row of each bucket, closed by the number of rows
     * @param checks {@link #check} of each row's feature
     * @param weights row by row, {@code columns} a row
     */
    public static FeatureTable of(int columns, int[] buckets, short[] checks, byte[] weights) {
        if (buckets[buckets.length - 1] != checks.length || weights.length != checks.length * columns) {
            throw new IllegalArgumentException("a feature table's parts disagree in length");
        }
        byte[] biased = new byte[weights.length + BLOCK];
        for (int i = 0; i < weights.length; i++) {
            biased[i] = (byte) (weights[i] + BIAS);
        }
        return new FeatureTable(columns, buckets, checks, biased);
    }

    public static int bucket(long feature, int buckets) {
        return (int) (((feature >>> 32) * buckets) >>> 32);
    }

    public static short check(long feature) {
        return (short) feature;
    }

    /**
     * Adds the first weights of the features {@code start..stop} to lanes of 16 bits, four in a long; an unknown feature adds nothing. Column
     * {@code c} is in the long {@code at + c / 8 * 2 + c % 2}, from its bit {@code c % 8 / 2 * 16} on, {@link #BIAS} too
     * high for each known feature.
     *
     * @param columns how many, a multiple of {@link #BLOCK}
     * @return how many of the features are known
     */
    int addTo(long[] lanes, int at, int columns, FeatureBuffer features, int start, int stop) {
        int[] rows = features.rows();
        int known = 0;
        for (int i = start; i < stop; i++) {
            long feature = features.get(i);
            int bucket = bucket(feature, buckets.length - 1);
            short check = check(feature);
            int end = buckets[bucket + 1];
            for (int row = buckets[bucket]; row < end; row++) {
                if (checks[row] == check) {
                    rows[known++] = row * this.columns;
                    break;
                }
            }
        }
        for (int column = 0; column < columns; column += BLOCK) {
            addBlock(rows, known, column, lanes, at + column / 4);
        }
        return known;
    }

    /** Eight sums of four lanes each, so that all of them stay in registers. */
    private void addBlock(int[] rows, int known, int column, long[] lanes, int at) {
        long a = lanes[at];
        long b = lanes[at + 1];
        long c = lanes[at + 2];
        long d = lanes[at + 3];
        long e = lanes[at + 4];
        long f = lanes[at + 5];
        long g = lanes[at + 6];
        long h = lanes[at + 7];
        for (int i = 0; i < known; i++) {
            int from = rows[i] + column;
            long first = (long) EIGHT.get(weights, from);
            long second = (long) EIGHT.get(weights, from + 8);
            long third = (long) EIGHT.get(weights, from + 16);
            long fourth = (long) EIGHT.get(weights, from + 24);
            a += first & EVERY_SECOND;
            b += (first >>> 8) & EVERY_SECOND;
            c += second & EVERY_SECOND;
            d += (second >>> 8) & EVERY_SECOND;
            e += third & EVERY_SECOND;
            f += (third >>> 8) & EVERY_SECOND;
            g += fourth & EVERY_SECOND;
            h += (fourth >>> 8) & EVERY_SECOND;
        }
        lanes[at] = a;
        lanes[at + 1] = b;
        lanes[at + 2] = c;
        lanes[at + 3] = d;
        lanes[at + 4] = e;
        lanes[at + 5] = f;
        lanes[at + 6] = g;
        lanes[at + 7] = h;
    }

    public int rows() {
        return checks.length;
    }

    int columns() {
        return columns;
    }

    void write(DataOutputStream out) throws IOException {
        byte[] sizes = new byte[buckets.length - 1];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = (byte) (buckets[i + 1] - buckets[i]);
        }
        out.writeInt(columns);
        Packed.writeBytes(out, sizes);
        Packed.writeShorts(out, checks);
        byte[] planes = new byte[checks.length * columns];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < checks.length; row++) {
                planes[column * checks.length + row] = (byte) (weights[row * columns + column] - BIAS);
            }
        }
        Packed.writeBytes(out, planes);
    }

    static FeatureTable read(DataInputStream in) throws IOException {
        int columns = in.readInt();
        byte[] sizes = Packed.readBytes(in);
        int[] buckets = new int[sizes.length + 1];
        for (int i = 0; i < sizes.length; i++) {
            buckets[i + 1] = buckets[i] + (sizes[i] & 0xFF);
        }
        short[] checks = Packed.readShorts(in);
        byte[] planes = Packed.readBytes(in);
        if (columns < 1 || buckets[sizes.length] != checks.length || planes.length != columns * checks.length) {
            throw new IOException("a feature table's parts disagree in length");
        }
        byte[] weights = new byte[planes.length + BLOCK];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < checks.length; row++) {
                weights[row * columns + column] = (byte) (planes[column * checks.length + row] + BIAS);
            }
        }
        return new FeatureTable(columns, buckets, checks, weights);
    }
}
