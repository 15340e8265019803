package dev.dateline.tool.entities;

/** Counts of spans, and the percentages they make. */
record Tally(int right, int found, int gold) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(right + other.right, found + other.found, gold + other.gold);
    }

    double precision() {
        return found == 0 ? 0 : 100.0 * right / found;
    }

    double recall() {
        return gold == 0 ? 0 : 100.0 * right / gold;
    }

    double f1() {
        return found + gold == 0 ? 0 : 200.0 * right / (found + gold);
    }
}
