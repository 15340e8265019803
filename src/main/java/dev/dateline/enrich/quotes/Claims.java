package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import dev.dateline.enrich.quotes.Quotations.Quotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Settles which attribution keeps words that several claim. The surest keeps them; another with a source of its own,
 * outside those words, has passed them on; or an agency has, where one of the two is one.
 */
final class Claims {
    /** Less sure ones take what the others leave. */
    private static final double SURE = 0.3;
    /** In tokens. */
    private static final int CLOSE = 9;

    private final Reading reading;
    private final Relays relays;
    private final int[] owners;

    Claims(Reading reading, Relays relays) {
        this.reading = reading;
        this.relays = relays;
        this.owners = new int[reading.tokens()];
    }

    List<Attribution> settled(List<Attribution> all) {
        List<Attribution> candidates = cut(all);
        List<Attribution> surest = new ArrayList<>();
        Map<Integer, Integer> nearest = nearest(candidates);
        for (Attribution each : candidates) {
            List<Stretch> own = parts(each, part -> nearest.getOrDefault(part.from(), each.cue()) == each.cue());
            surest.add(own.isEmpty() ? each : each.withParts(own));
        }
        surest.sort(Comparator.comparingDouble((Attribution each) -> -each.confidence())
                .thenComparingInt(Attribution::cue));
        List<Attribution> kept = new ArrayList<>();
        for (Attribution each : surest) {
            if (each.cue() >= 0 && owners[each.cue()] > 0) {
                continue;
            }
            List<Stretch> free = parts(each, part -> owner(part) == 0);
            boolean most = 2 * length(free) > length(each.parts());
            if (most || (!free.isEmpty() && !relays.passesOn(each))) {
                kept.add(each.withParts(free));
                claim(free, kept.size());
            } else if (each.source().isPresent()) {
                passedOn(each, kept, owned(each) - 1);
            }
        }
        kept.sort(Comparator.comparingInt(Attribution::from).thenComparingInt(Attribution::cue));
        carryOn(kept);
        return kept;
    }

    /** Those of its parts that fit; nearly always all. */
    private static List<Stretch> parts(Attribution each, Predicate<Stretch> fitting) {
        for (Stretch part : each.parts()) {
            if (!fitting.test(part)) {
                return each.parts().stream().filter(fitting).toList();
            }
        }
        return each.parts();
    }

    /** By the first token of a stretch in quotation marks, the closest reporting word of those that claim it. */
    private Map<Integer, Integer> nearest(List<Attribution> candidates) {
        Map<Integer, Integer> nearest = new HashMap<>();
        Map<Integer, Integer> distances = new HashMap<>();
        for (Attribution each : candidates) {
            for (Stretch part : each.parts()) {
                int distance = distance(each, part);
                boolean contends =
                        each.confidence() >= SURE && reading.quotations().quoted(part.from());
                if (contends && distance < distances.getOrDefault(part.from(), CLOSE)) {
                    distances.put(part.from(), distance);
                    nearest.put(part.from(), each.cue());
                }
            }
        }
        return nearest;
    }

    /** From the reporting word to the part; far from what is in another sentence. */
    private int distance(Attribution each, Stretch part) {
        if (each.cue() < 0) {
            return 0;
        }
        boolean before = each.cue() < part.from();
        boolean finished = reading.mark(Math.max(part.from(), part.to() - 2)) == '.';
        boolean apart = before
                ? reading.sentenceOf(each.cue()) != reading.sentenceOf(part.from())
                : finished || reading.sentenceOf(each.cue()) != reading.sentenceOf(part.to() - 1);
        return (before ? part.from() - each.cue() : each.cue() - part.to() + 1) + (apart ? CLOSE : 0);
    }

    /** Paragraphs that are all quotation and that nobody is named for go on with what was said before them. */
    private void carryOn(List<Attribution> kept) {
        Quotations quotations = reading.quotations();
        int at = 0;
        for (int i = 0; i < quotations.size(); i++) {
            Quotation stretch = quotations.get(i);
            boolean whole = reading.startsParagraph(stretch.from())
                    && stretch.length() > 4
                    && (stretch.to() == reading.tokens() || reading.startsParagraph(stretch.to()));
            while (at < kept.size() && kept.get(at).from() < stretch.from()) {
                at++;
            }
            if (!whole || at == 0 || owner(new Stretch(stretch.from(), stretch.to())) > 0) {
                continue;
            }
            Attribution last = kept.get(at - 1);
            boolean goesOn = last.cue() >= 0
                    && reading.quotations().quoted(last.to() - 1)
                    && adjoin(Math.max(last.to() - 1, last.cue()), stretch.from());
            if (goesOn) {
                List<Stretch> parts = new ArrayList<>(last.parts());
                parts.add(new Stretch(stretch.from(), stretch.to()));
                kept.set(at - 1, last.withParts(parts));
            }
        }
    }

    /** Whether the second token begins the paragraph after that of the first. */
    private boolean adjoin(int token, int next) {
        for (int at = token + 1; at < next; at++) {
            if (reading.startsParagraph(at)) {
                return false;
            }
        }
        return true;
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

    /** Who owns the first part that somebody owns. */
    private int owned(Attribution each) {
        return each.parts().stream()
                .mapToInt(this::owner)
                .filter(owner -> owner > 0)
                .findFirst()
                .orElseThrow();
    }

    private static int length(List<Stretch> parts) {
        int length = 0;
        for (Stretch part : parts) {
            length += part.to() - part.from();
        }
        return length;
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
                && reading.sentenceOf(each.cue()) == reading.sentenceOf(Math.max(said.cue(), said.from()));
        if (!apart) {
            return;
        }
        List<Stretch> via = new ArrayList<>(said.via());
        if (relays.agency(said) && !relays.agency(each)) {
            via.add(0, said.source().orElseThrow());
            kept.set(
                    index,
                    new Attribution(each.cue(), each.source(), said.parts(), Optional.empty(), via, said.confidence()));
        } else {
            via.add(source);
            kept.set(index, said.withVia(via));
        }
    }

    /** What follows a comma and a participle that reports in turn ({@code , adding that}) is that word's. */
    private List<Attribution> cut(List<Attribution> candidates) {
        boolean[] participles = new boolean[owners.length];
        for (Attribution each : candidates) {
            int cue = each.cue();
            participles[Math.max(0, cue)] |= cue > 0
                    && each.confidence() >= SURE
                    && each.from() > cue
                    && reading.mark(cue - 1) == ','
                    && reading.raw(cue).endsWith("ing");
        }
        List<Attribution> cut = new ArrayList<>();
        for (Attribution each : candidates) {
            List<Stretch> parts = new ArrayList<>();
            boolean ended = false;
            for (Stretch part : each.parts()) {
                int end = part.from();
                while (end < part.to() && !(participles[end] && end > each.cue() && each.cue() >= 0)) {
                    end++;
                }
                if (!ended && end > part.from() + 1) {
                    parts.add(end == part.to() ? part : new Stretch(part.from(), end - 1));
                }
                ended |= end < part.to();
            }
            cut.add(parts.isEmpty() ? each : each.withParts(parts));
        }
        return cut;
    }
}
