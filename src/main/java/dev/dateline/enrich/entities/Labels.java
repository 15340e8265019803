package dev.dateline.enrich.entities;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The labels a token can have, numbered: 0 outside, then begins, inside, last, alone for each type in turn (BILOU:
 * Ratinov and Roth, 2009).
 */
public final class Labels {
    public static final int OUTSIDE = 0;

    /** So that a label fits a byte. */
    private static final int MOST_TYPES = 31;

    private final List<String> types;
    private final int[][] predecessors;

    public Labels(List<String> types) {
        if (types.isEmpty() || types.size() > MOST_TYPES) {
            throw new IllegalArgumentException("1 to " + MOST_TYPES + " entity types, not " + types.size());
        }
        this.types = List.copyOf(types);
        this.predecessors = new int[size()][];
        for (int label = 0; label < predecessors.length; label++) {
            int to = label;
            predecessors[label] = IntStream.range(0, size())
                    .filter(label1 -> follows(label1, to))
                    .toArray();
        }
    }

    public List<String> types() {
        return types;
    }

    public int size() {
        return 1 + 4 * types.size();
    }

    /** The type's number; types are few, so a scan is enough. */
    public int type(int label) {
        return label == OUTSIDE ? -1 : (label - 1) / 4;
    }

    /** The label of the token at {@code position} in a name of {@code length} tokens. */
    public static int of(int type, int position, int length) {
        int part = length == 1 ? 3 : position == 0 ? 0 : position == length - 1 ? 2 : 1;
        return 1 + 4 * type + part;
    }

    /** Whether a sentence, or a name, may start here. */
    public static boolean opens(int label) {
        return label == OUTSIDE || (label - 1) % 4 == 0 || (label - 1) % 4 == 3;
    }

    /** Whether no name is left unfinished after it. */
    public static boolean closes(int label) {
        return label == OUTSIDE || (label - 1) % 4 >= 2;
    }

    private boolean follows(int before, int label) {
        return closes(before) ? opens(label) : !opens(label) && type(before) == type(label);
    }

    /** The labels that may stand before this one; shared, do not write. */
    int[] predecessors(int label) {
        return predecessors[label];
    }
}
