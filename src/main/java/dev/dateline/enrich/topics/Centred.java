package dev.dateline.enrich.topics;

/** Vectors of an encoder crowd into one narrow cone; seen from its centre they tell more. */
public final class Centred {
    private Centred() {}

    /** The direction of {@code vector} as seen from {@code mean}, of length 1. */
    public static float[] unit(float[] vector, float[] mean) {
        float[] from = new float[vector.length];
        double squares = 0;
        for (int i = 0; i < from.length; i++) {
            from[i] = vector[i] - mean[i];
            squares += (double) from[i] * from[i];
        }
        float scale = (float) (1 / Math.sqrt(Math.max(squares, Float.MIN_NORMAL)));
        for (int i = 0; i < from.length; i++) {
            from[i] *= scale;
        }
        return from;
    }
}
