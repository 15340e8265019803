package dev.dateline.tool.quotes;

/** Weights of hashed features in training, each with a step of its own that shrinks with use (AdaGrad). */
final class HashedWeights {
    private final float[] weights;
    private final float[] squares;
    private final int mask;
    private final int width;
    private final float rate;

    HashedWeights(int slots, int width, double rate) {
        this.weights = new float[slots * width];
        this.squares = new float[slots * width];
        this.mask = slots - 1;
        this.width = width;
        this.rate = (float) rate;
    }

    double get(int hash, int cell) {
        return weights[(hash & mask) * width + cell];
    }

    /** Moves a weight along the gradient of the log likelihood, less a little of itself. */
    void move(int hash, int cell, double gradient, double decay) {
        int at = (hash & mask) * width + cell;
        float slope = (float) (gradient - decay * weights[at]);
        squares[at] += slope * slope;
        weights[at] += rate * slope / (float) (Math.sqrt(squares[at]) + 1e-6);
    }

    /** What one step of a packed weight is worth; rare larger ones are cut off. */
    float scale() {
        float[] sizes = new float[weights.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(weights[i]);
        }
        java.util.Arrays.sort(sizes);
        return Math.max(1e-6f, sizes[(int) (sizes.length * 0.99995)] / Byte.MAX_VALUE);
    }

    byte[] packed(float scale) {
        byte[] packed = new byte[weights.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, Math.round(weights[i] / scale)));
        }
        return packed;
    }
}
