package dev.dateline.enrich;

import java.util.Arrays;

/**
 * The direction in which an encoder places an article, a byte a component: divide by {@link #LARGEST} and by the length
 * to get the unit vector back, within half a percent of a cosine. Immutable.
 */
public final class SentenceVector {
    /** The value of the component that is largest by amount. */
    public static final int LARGEST = 127;

    private final byte[] components;
    private final Stage by;

    private SentenceVector(byte[] components, Stage by) {
        this.components = components;
        this.by = by;
    }

    /** Rounds a vector; the bytes do not show the last bits of floating point, in which processors differ. */
    public static SentenceVector of(float[] vector, Stage by) {
        float largest = Float.MIN_NORMAL;
        for (float x : vector) {
            largest = Math.max(largest, Math.abs(x));
        }
        byte[] components = new byte[vector.length];
        for (int i = 0; i < components.length; i++) {
            components[i] = (byte) Math.round(vector[i] / largest * LARGEST);
        }
        return new SentenceVector(components, by);
    }

    /** A copy. */
    public byte[] components() {
        return components.clone();
    }

    public Stage by() {
        return by;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SentenceVector that && Arrays.equals(components, that.components) && by.equals(that.by);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return "SentenceVector[" + components.length + " by " + by + "]";
    }
}
