package dev.dateline.story;

import java.util.Arrays;

/**
 * A unit vector over hashed terms, its weights in 8 bits. The terms ascend, so that two vectors are compared in one walk;
 * the arrays are shared, not copied: do not write.
 */
@SuppressWarnings("ArrayRecordComponent")
record Terms(int[] terms, byte[] weights, int squares) {
    static final Terms NONE = new Terms(new int[0], new byte[0], 0);

    private static final double SCALE = 255;

    /** Of terms that ascend. */
    static Terms of(int[] terms, byte[] weights) {
        int squares = 0;
        for (byte weight : weights) {
            squares += (weight & 0xFF) * (weight & 0xFF);
        }
        return new Terms(terms, weights, squares);
    }

    /** The {@code most} heaviest terms, scaled to length 1; ties by term. */
    static Terms heaviest(int[] terms, double[] weights, int count, int most) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        if (count > most) {
            Arrays.sort(order, (a, b) -> {
                int heavier = Double.compare(weights[b], weights[a]);
                return heavier == 0 ? Integer.compare(terms[a], terms[b]) : heavier;
            });
            order = Arrays.copyOf(order, most);
        }
        Arrays.sort(order, (a, b) -> Integer.compare(terms[a], terms[b]));
        double squares = 0;
        for (int i : order) {
            squares += weights[i] * weights[i];
        }
        double length = Math.sqrt(squares);
        int kept = 0;
        int[] keptTerms = new int[order.length];
        byte[] keptWeights = new byte[order.length];
        for (int i : order) {
            long weight = Math.round(SCALE * weights[i] / length);
            if (weight > 0) {
                keptTerms[kept] = terms[i];
                keptWeights[kept++] = (byte) weight;
            }
        }
        return kept == 0 ? NONE : of(Arrays.copyOf(keptTerms, kept), Arrays.copyOf(keptWeights, kept));
    }

    int size() {
        return terms.length;
    }

    int weight(int at) {
        return weights[at] & 0xFF;
    }

    /** The heaviest terms, heaviest first; ties by term. */
    int[] heaviest(int most) {
        long[] order = new long[terms.length];
        for (int i = 0; i < terms.length; i++) {
            order[i] = ((long) -weight(i) << 32) | i;
        }
        Arrays.sort(order);
        int[] best = new int[Math.min(most, order.length)];
        for (int i = 0; i < best.length; i++) {
            best[i] = terms[(int) order[i]];
        }
        return best;
    }

    /** Weight of a term, 0 if it has none. */
    int weightOf(int term) {
        int at = Arrays.binarySearch(terms, term);
        return at < 0 ? 0 : weight(at);
    }

    long dot(Terms other) {
        long sum = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length && j < other.terms.length) {
            if (terms[i] == other.terms[j]) {
                sum += (long) weight(i++) * other.weight(j++);
            } else if (terms[i] < other.terms[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    double cosine(Terms other) {
        return squares == 0 || other.squares == 0
                ? 0
                : (double) dot(other) / Math.sqrt((double) squares * (double) other.squares);
    }
}
