package dev.dateline.enrich.quotes;

import java.util.List;
import java.util.Optional;

/**
 * Somebody's words as the article reports them, in tokens.
 *
 * @param cue the reporting word, −1 for a stretch in quotation marks that goes on without one
 * @param source who said it, where the sentence says so
 * @param parts what was said, in text order, never empty
 * @param addressee whom it was said to
 * @param via who told it in turn, from the nearest outwards
 */
record Attribution(
        int cue,
        Optional<Stretch> source,
        List<Stretch> parts,
        Optional<Stretch> addressee,
        List<Stretch> via,
        double confidence) {
    Attribution {
        parts = List.copyOf(parts);
        via = List.copyOf(via);
    }

    /** Tokens {@code from} to {@code to}, exclusive. */
    record Stretch(int from, int to) {
        boolean holds(int token) {
            return from <= token && token < to;
        }

        int overlap(Stretch other) {
            return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
        }
    }

    int from() {
        return parts.get(0).from();
    }

    int to() {
        return parts.get(parts.size() - 1).to();
    }

    Attribution withParts(List<Stretch> said) {
        return said == parts ? this : new Attribution(cue, source, said, addressee, via, confidence);
    }

    Attribution withSource(Stretch who) {
        return new Attribution(cue, Optional.of(who), parts, addressee, via, confidence);
    }

    Attribution withVia(List<Stretch> others) {
        return new Attribution(cue, source, parts, addressee, others, confidence);
    }

    Attribution withAddressee(Stretch whom) {
        return new Attribution(cue, source, parts, Optional.of(whom), via, confidence);
    }
}
