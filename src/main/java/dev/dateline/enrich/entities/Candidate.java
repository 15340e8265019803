package dev.dateline.enrich.entities;

import dev.dateline.enrich.entities.knowledge.Entry;
import dev.dateline.enrich.entities.knowledge.Kind;
import dev.dateline.enrich.entities.knowledge.NameKey;

/**
 * An entry that bears a name, and how likely the name alone means it.
 *
 * @param prominence a decimal logarithm, of residents for a place
 */
record Candidate(Entry entry, double prominence) {
    /** Residents from which a place needs no support by its context, as a decimal logarithm. */
    private static final double KNOWN_EVERYWHERE = 5;

    /** A city known by another name than the one written is meant less often: Florida also stands for Floridablanca. */
    private static final double OTHER_NAME = 2;

    static Candidate of(Entry entry, String key) {
        boolean other = entry.kind().town() && !NameKey.of(entry.name()).equals(key);
        return new Candidate(entry, entry.prominence() - (other ? OTHER_NAME : 0));
    }

    boolean needsNoSupport() {
        boolean place = entry.kind().town() || entry.kind() == Kind.LOCATION;
        return !place || prominence >= KNOWN_EVERYWHERE;
    }
}
