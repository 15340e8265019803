package dev.dateline.enrich.quotes;

import java.util.List;

/** The stretches in quotation marks of one article, in text order, none within another. */
public final class Quotations {
    /**
     * One stretch, marks included, in tokens.
     *
     * @param to one past its last token
     * @param opened whether it begins with a mark
     * @param closed whether it ends with a mark; a stretch that nothing closes ends with its paragraph
     */
    public record Quotation(int from, int to, boolean opened, boolean closed) {
        /** Words between the marks, more or less: marks of all kinds count too. */
        int length() {
            return to - from - (opened ? 1 : 0) - (closed ? 1 : 0);
        }
    }

    private final List<Quotation> all;
    private final int[] ofToken;

    Quotations(List<Quotation> all, int tokens) {
        this.all = List.copyOf(all);
        this.ofToken = new int[tokens];
        java.util.Arrays.fill(ofToken, -1);
        for (int i = 0; i < all.size(); i++) {
            java.util.Arrays.fill(ofToken, all.get(i).from(), all.get(i).to(), i);
        }
    }

    int size() {
        return all.size();
    }

    Quotation get(int index) {
        return all.get(index);
    }

    /** The index of the stretch that holds the token, −1 if none does. */
    int at(int token) {
        return token < 0 || token >= ofToken.length ? -1 : ofToken[token];
    }

    /** Whether the token stands in quotation marks or is one of a pair. */
    public boolean quoted(int token) {
        return at(token) >= 0;
    }
}
