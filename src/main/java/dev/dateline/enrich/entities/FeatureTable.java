package dev.dateline.enrich.entities;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Feature hashes to rows of 8-bit weights, in one flat array: about 3 bytes a row besides the weights. A bucket of
 * about four rows is chosen by the hash's upper half, the row in it by 16 further bits, so one unknown feature in
 * 16,000 is taken for a known one, which a sum over a hundred features bears.
 */
public final class FeatureTable {
    private final int columns;
    private final int[] buckets;
    private final short[] checks;
    private final byte[] weights;

    /**
     * A table.
     *
     * @param buckets the first row of each bucket, closed by the number of rows
     * @param checks {@link #check} of each row's feature
     * @param weights row by row, {@code columns} a row
     */
    public FeatureTable(int columns, int[] buckets, short[] checks, byte[] weights) {
        if (buckets[buckets.length - 1] != checks.length || weights.length != checks.length * columns) {
            throw new IllegalArgumentException("a feature table's parts disagree in length");
        }
        this.columns = columns;
        this.buckets = buckets;
        this.checks = checks;
        this.weights = weights;
    }

    public static int bucket(long feature, int buckets) {
        return (int) (((feature >>> 32) * buckets) >>> 32);
    }

    public static short check(long feature) {
        return (short) feature;
    }

    /** Adds the feature's first weights to the sums, as many as there are sums; an unknown feature adds nothing. */
    void addTo(int[] sums, long feature) {
        int bucket = bucket(feature, buckets.length - 1);
        short check = check(feature);
        int end = buckets[bucket + 1];
        for (int row = buckets[bucket]; row < end; row++) {
            if (checks[row] == check) {
                int at = row * columns;
                for (int column = 0; column < sums.length; column++) {
                    sums[column] += weights[at + column];
                }
                return;
            }
        }
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
        byte[] planes = new byte[weights.length];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < checks.length; row++) {
                planes[column * checks.length + row] = weights[row * columns + column];
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
        byte[] weights = new byte[planes.length];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < checks.length; row++) {
                weights[row * columns + column] = planes[column * checks.length + row];
            }
        }
        return new FeatureTable(columns, buckets, checks, weights);
    }
}
