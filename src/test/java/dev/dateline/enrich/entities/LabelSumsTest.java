package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The sums are made four to a long: whatever the weights, they must be what adding one by one gives. */
class LabelSumsTest {
    private static final int FEATURES = 700;

    @Test
    void addsUpAsManyFeaturesAsThereAre() {
        for (int columns : new int[] {5, 29, 58, 250}) {
            FeatureBuffer features = features();
            byte[] weights = new byte[FEATURES / 2 * columns];
            new Random(columns).nextBytes(weights);
            LabelSums sums = new LabelSums(columns);
            sums.add(features, everySecondKnown(columns, weights));
            assertThat(sums.sums()).isEqualTo(added(weights, columns));
        }
    }

    @Test
    void holdsTheLargestWeightsOfAll() {
        byte[] weights = new byte[FEATURES / 2 * 29];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 2 == 0 ? Byte.MAX_VALUE : Byte.MIN_VALUE;
        }
        LabelSums sums = new LabelSums(29);
        sums.add(features(), everySecondKnown(29, weights));
        assertThat(sums.sums()).isEqualTo(added(weights, 29));
    }

    @Test
    void startsAnewForTheNextToken() {
        FeatureBuffer features = features();
        byte[] weights = new byte[FEATURES / 2 * 29];
        new Random(1).nextBytes(weights);
        FeatureTable table = everySecondKnown(29, weights);
        LabelSums sums = new LabelSums(29);
        sums.add(features, table);
        sums.sums();
        sums.clear();
        sums.add(features, table);
        assertThat(sums.sums()).isEqualTo(added(weights, 29));
    }

    private static FeatureBuffer features() {
        FeatureBuffer features = new FeatureBuffer();
        for (int i = 0; i < FEATURES; i++) {
            features.add(1, i);
        }
        return features;
    }

    /** All in one bucket. */
    private static FeatureTable everySecondKnown(int columns, byte[] weights) {
        short[] checks = new short[FEATURES / 2];
        for (int i = 0; i < checks.length; i++) {
            checks[i] = FeatureTable.check(features().get(2 * i));
        }
        return FeatureTable.of(columns, new int[] {0, checks.length}, checks, weights);
    }

    /** One by one; features with the check of a known one count as that one. */
    private static int[] added(byte[] weights, int columns) {
        FeatureBuffer features = features();
        int[] sums = new int[columns];
        for (int i = 0; i < FEATURES; i++) {
            for (int row = 0; row < FEATURES / 2; row++) {
                if (FeatureTable.check(features.get(2 * row)) == FeatureTable.check(features.get(i))) {
                    for (int column = 0; column < columns; column++) {
                        sums[column] += weights[row * columns + column];
                    }
                    break;
                }
            }
        }
        return sums;
    }
}
