package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Settles which attribution keeps words that several claim. The surest keeps them; another with a source of its own,
 * outside those words, has passed them on.
 */
final class Claims {
    private final Reading reading;
    private final int[] owners;

    Claims(Reading reading) {
        this.reading = reading;
        this.owners = new int[reading.tokens()];
    }

    List<Attribution> settled(List<Attribution> candidates) {
        List<Attribution> surest = new ArrayList<>(candidates);
        surest.sort(Comparator.comparingDouble((Attribution each) -> -each.confidence())
                .thenComparingInt(Attribution::cue));
        List<Attribution> kept = new ArrayList<>();
        for (Attribution each : surest) {
            if (each.cue() >= 0 && owners[each.cue()] > 0) {
                continue;
            }
            List<Stretch> free =
                    each.parts().stream().filter(part -> owner(part) == 0).toList();
            if (!free.isEmpty()) {
                kept.add(each.withParts(free));
                claim(free, kept.size());
            } else if (each.source().isPresent()) {
                passedOn(each, kept, owner(each.parts().get(0)) - 1);
            }
        }
        kept.sort(Comparator.comparingInt(Attribution::from).thenComparingInt(Attribution::cue));
        return kept;
    }

    /** Whether somebody owns the token already. */
    boolean owned(int token) {
        return owners[token] > 0;
    }

    /** Who owns words of this part, counted from 1; 0 if nobody does. */
    private int owner(Stretch part) {
        for (int token = part.from(); token < part.to(); token++) {
            if (owners[token] > 0) {
                return owners[token];
            }
        }
        return 0;
    }

    private void claim(List<Stretch> parts, int owner) {
        for (Stretch part : parts) {
            java.util.Arrays.fill(owners, part.from(), part.to(), owner);
        }
    }

    private void passedOn(Attribution each, List<Attribution> kept, int index) {
        Attribution said = kept.get(index);
        Stretch source = each.source().orElseThrow();
        boolean apart = owners[source.from()] == 0
                && said.source().map(own -> own.overlap(source) == 0).orElse(true)
                && reading.sentenceOf(each.cue()) == reading.sentenceOf(said.cue());
        if (apart) {
            List<Stretch> via = new ArrayList<>(said.via());
            via.add(source);
            kept.set(index, said.withVia(via));
        }
    }
}
