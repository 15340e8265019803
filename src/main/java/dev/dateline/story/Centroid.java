package dev.dateline.story;

import org.jspecify.annotations.Nullable;

/**
 * The sum of its members' vectors. All in whole numbers: whatever the order in which members come and go, the same
 * members give the same sum to the bit.
 */
final class Centroid {
    private int members;
    /** Shared with the article; most stories have one. */
    private @Nullable Terms only;

    private @Nullable TermSums sums;
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
        } else {
            squares += summed().add(vector, 1);
        }
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
        } else {
            squares += summed().add(vector, -1);
        }
    }

    private TermSums summed() {
        TermSums known = sums;
        if (known != null) {
            return known;
        }
        TermSums fresh = new TermSums();
        Terms first = only;
        if (first != null) {
            fresh.add(first, 1);
        }
        only = null;
        sums = fresh;
        return fresh;
    }

    private long dot(Terms vector) {
        Terms single = only;
        TermSums many = sums;
        return single != null ? single.dot(vector) : many != null ? many.dot(vector) : 0;
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
        TermSums mine = sums;
        TermSums others = other.sums;
        return mine == null || others == null ? 0 : cosine(mine.dot(others), squares, other.squares);
    }

    private static double cosine(long dot, long ours, long theirs) {
        return ours == 0 || theirs == 0 ? 0 : (double) dot / (Math.sqrt((double) ours) * Math.sqrt((double) theirs));
    }
}
