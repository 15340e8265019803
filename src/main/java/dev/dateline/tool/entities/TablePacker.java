package dev.dateline.tool.entities;

import dev.dateline.enrich.entities.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns trained weights into a {@link FeatureTable}: the features that matter, weights as 8 bits. A feature matters by
 * its largest weight in any pass.
 */
final class TablePacker {
    private static final int ROWS_A_BUCKET = 4;

    private final FeatureIndex index;
    private final List<float[]> weights;
    private final int width;
    private final List<Float> scales = new ArrayList<>();

    /**
     * Prepares the weights of one or more passes over the same features.
     *
     * @param weights {@code feature * width + label} each
     */
    TablePacker(FeatureIndex index, List<float[]> weights, int width) {
        this.index = index;
        this.weights = weights;
        this.width = width;
        for (float[] pass : weights) {
            float top = 0;
            for (float weight : pass) {
                top = Math.max(top, Math.abs(weight));
            }
            scales.add(Math.min(top, MAX_WEIGHT) / 127);
        }
    }

    /** Larger ones are cut: they belong to features whose verdict is clear anyway. */
    private static final float MAX_WEIGHT = 4;

    float scale(int pass) {
        return scales.get(pass);
    }

    void scale(int pass, float given) {
        scales.set(pass, given);
    }

    /** The table of at most {@code rows} features. */
    FeatureTable pack(int rows) {
        float least = threshold(rows);
        int[] kept = new int[index.size()];
        int count = 0;
        for (int feature = 0; feature < kept.length; feature++) {
            if (importance(feature) > least) {
                kept[count++] = feature;
            }
        }
        int buckets = Math.max(1, count / ROWS_A_BUCKET);
        int[] starts = new int[buckets + 1];
        for (int i = 0; i < count; i++) {
            starts[FeatureTable.bucket(index.feature(kept[i]), buckets) + 1]++;
        }
        for (int i = 1; i <= buckets; i++) {
            starts[i] += starts[i - 1];
        }
        int[] next = starts.clone();
        short[] checks = new short[count];
        int columns = width * weights.size();
        byte[] packed = new byte[count * columns];
        for (int i = 0; i < count; i++) {
            long feature = index.feature(kept[i]);
            int row = next[FeatureTable.bucket(feature, buckets)]++;
            checks[row] = FeatureTable.check(feature);
            for (int column = 0; column < columns; column++) {
                packed[row * columns + column] = quantised(column / width, kept[i] * width + column % width);
            }
        }
        return FeatureTable.of(columns, starts, checks, packed);
    }

    private byte quantised(int pass, int at) {
        long steps = Math.round((double) weights.get(pass)[at] / scales.get(pass));
        return (byte) Math.max(-127, Math.min(127, steps));
    }

    private float importance(int feature) {
        float most = 0;
        for (int pass = 0; pass < weights.size(); pass++) {
            for (int label = 0; label < width; label++) {
                most = Math.max(most, Math.abs(weights.get(pass)[feature * width + label]));
            }
        }
        return most;
    }

    private float threshold(int rows) {
        if (index.size() <= rows) {
            return 0;
        }
        float[] all = new float[index.size()];
        for (int feature = 0; feature < all.length; feature++) {
            all[feature] = importance(feature);
        }
        Arrays.sort(all);
        return all[all.length - rows - 1];
    }
}
