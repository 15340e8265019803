package dev.dateline.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sums of vectors, term by term: ascending side by side while they are few, as nearly all are; in a table after. */
final class TermSums {
    private static final int MOST_SORTED = 512;

    private int[] terms = new int[0];
    private int[] sums = new int[0];
    private @Nullable IntTable table;

    /**
     * Adds a vector (1) or takes one away (-1).
     *
     * @return by how much the squares have grown
     */
    long add(Terms vector, int sign) {
        if (table == null && terms.length + vector.size() > MOST_SORTED) {
            IntTable fresh = new IntTable();
            for (int i = 0; i < terms.length; i++) {
                fresh.set(terms[i], sums[i]);
            }
            table = fresh;
            terms = new int[0];
            sums = new int[0];
        }
        IntTable many = table;
        return many == null ? merged(vector, sign) : added(many, vector, sign);
    }

    private static long added(IntTable table, Terms vector, int sign) {
        long squares = 0;
        for (int i = 0; i < vector.size(); i++) {
            long weight = (long) sign * vector.weight(i);
            long before = table.add(vector.terms()[i], (int) weight);
            squares += weight * (2 * before + weight);
        }
        return squares;
    }

    private long merged(Terms vector, int sign) {
        int[] into = new int[terms.length + vector.size()];
        int[] sum = new int[into.length];
        long squares = 0;
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length || j < vector.size()) {
            boolean ours = i < terms.length && (j == vector.size() || terms[i] <= vector.terms()[j]);
            boolean theirs = j < vector.size() && (i == terms.length || vector.terms()[j] <= terms[i]);
            long before = ours ? sums[i] : 0;
            long weight = theirs ? (long) sign * vector.weight(j) : 0;
            squares += weight * (2 * before + weight);
            into[size] = ours ? terms[i] : vector.terms()[j];
            sum[size] = (int) (before + weight);
            size += before + weight == 0 ? 0 : 1;
            i += ours ? 1 : 0;
            j += theirs ? 1 : 0;
        }
        terms = Arrays.copyOf(into, size);
        sums = Arrays.copyOf(sum, size);
        return squares;
    }

    long dot(Terms vector) {
        IntTable many = table;
        long sum = 0;
        if (many != null) {
            for (int i = 0; i < vector.size(); i++) {
                sum += (long) vector.weight(i) * many.get(vector.terms()[i]);
            }
            return sum;
        }
        int[] others = vector.terms();
        int i = 0;
        int j = 0;
        while (i < terms.length && j < others.length) {
            int by = Integer.compare(terms[i], others[j]);
            if (by == 0) {
                sum += (long) sums[i] * vector.weight(j);
            }
            i += by <= 0 ? 1 : 0;
            j += by >= 0 ? 1 : 0;
        }
        return sum;
    }

    long dot(TermSums other) {
        TermSums small = size() <= other.size() ? this : other;
        TermSums large = small == this ? other : this;
        long[] sum = {0};
        small.forEach((term, weight) -> sum[0] += (long) weight * large.get(term));
        return sum[0];
    }

    private int get(int term) {
        IntTable many = table;
        if (many != null) {
            return many.get(term);
        }
        int at = Arrays.binarySearch(terms, term);
        return at < 0 ? 0 : sums[at];
    }

    private void forEach(IntTable.Each each) {
        IntTable many = table;
        if (many != null) {
            many.forEach(each);
        }
        for (int i = 0; i < terms.length; i++) {
            each.accept(terms[i], sums[i]);
        }
    }

    private int size() {
        IntTable many = table;
        return many == null ? terms.length : many.size();
    }
}
