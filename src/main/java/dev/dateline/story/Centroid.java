package dev.dateline.story;

import org.jspecify.annotations.Nullable;

/**
 * The sum of its members' vectors. All in whole numbers: whatever the order in which members come and go, the same
 * members give the same sum to the bit.
 */
final class Centroid {
    private int members;
    private @Nullable Terms only;
    private @Nullable IntCounts sums;
    private long squares;

    boolean isEmpty() {
        return squares == 0;
    }

    void add(Terms vector) {
        if (vector.size() == 0) {
            return;
        }
        if (members++ == 0) {
            only = vector;
            squares = vector.squares();
            return;
        }
        spread(vector, 1);
    }

    /** Takes away a vector that was added. */
    void remove(Terms vector) {
        if (vector.size() == 0) {
            return;
        }
        if (--members == 0) {
            only = null;
            sums = null;
            squares = 0;
            return;
        }
        spread(vector, -1);
    }

    private void spread(Terms vector, int sign) {
        IntCounts into = table();
        for (int i = 0; i < vector.size(); i++) {
            long weight = (long) sign * vector.weight(i);
            long before = into.add(vector.terms()[i], (int) weight);
            squares += weight * (2 * before + weight);
        }
    }

    private IntCounts table() {
        IntCounts table = sums;
        if (table == null) {
            table = new IntCounts();
            Terms first = only;
            if (first != null) {
                for (int i = 0; i < first.size(); i++) {
                    table.add(first.terms()[i], first.weight(i));
                }
            }
            only = null;
            sums = table;
        }
        return table;
    }

    long dot(Terms vector) {
        Terms single = only;
        if (single != null) {
            return single.dot(vector);
        }
        IntCounts table = sums;
        long sum = 0;
        if (table != null) {
            for (int i = 0; i < vector.size(); i++) {
                sum += (long) vector.weight(i) * table.get(vector.terms()[i]);
            }
        }
        return sum;
    }

    double cosine(Terms vector) {
        return cosine(dot(vector), vector.squares(), squares);
    }

    double cosine(Centroid other) {
        Terms theirs = other.only;
        if (theirs != null) {
            return cosine(theirs);
        }
        Terms ours = only;
        if (ours != null) {
            return other.cosine(ours);
        }
        IntCounts small = sums;
        IntCounts large = other.sums;
        if (small == null || large == null) {
            return 0;
        }
        if (small.size() > large.size()) {
            return other.cosine(this);
        }
        long[] dot = {0};
        small.forEach((term, sum) -> dot[0] += (long) sum * large.get(term));
        return cosine(dot[0], squares, other.squares);
    }

    /** Distinct terms: what comparing costs. */
    int size() {
        Terms single = only;
        IntCounts table = sums;
        return single != null ? single.size() : table == null ? 0 : table.size();
    }

    private static double cosine(long dot, long ours, long theirs) {
        return ours == 0 || theirs == 0 ? 0 : (double) dot / (Math.sqrt((double) ours) * Math.sqrt((double) theirs));
    }
}
