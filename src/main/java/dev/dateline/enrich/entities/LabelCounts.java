package dev.dateline.enrich.entities;

/** How often an article's words and phrases have each label by its first reading. One thread. */
final class LabelCounts {
    /** By lower-case word: tokens of each type, outside first. */
    final Tallies types;
    /** By lower-case word: tokens with each label in names of several words. */
    final Tallies parts;
    /** By phrase: names of each type. */
    final Tallies phrases;

    LabelCounts(Labels labels) {
        this.types = new Tallies(labels.types().size() + 1);
        this.parts = new Tallies(labels.size());
        this.phrases = new Tallies(labels.types().size());
    }

    void clear() {
        types.clear();
        parts.clear();
        phrases.clear();
    }
}
