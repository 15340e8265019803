package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One quoting another: {@code X quoted Y as saying …} makes Y the speaker and X the one who tells it, and so does
 * {@code Y was quoted by X as saying …}.
 */
final class Relays {
    private static final int REACH = 16;
    private static final Set<Integer> QUOTING = Phrases.hashes("quote quotes quoted quoting cite cites cited citing");
    private static final int AS = Hashes.word("as");
    private static final int BY = Hashes.word("by");

    private static final Set<String> TELLING = Set.of(
            "said",
            "replied",
            "admitted",
            "claimed",
            "promised",
            "warned",
            "announced",
            "denied",
            "suggested",
            "asked");

    private static final Set<Integer> PASSING = Phrases.hashes("reported reports reporting according report");

    private final Reading reading;

    Relays(Reading reading) {
        this.reading = reading;
    }

    /** Whether an organisation tells it, or a word that news is passed on with. */
    boolean agency(Attribution each) {
        if (each.cue() < 0 || each.source().isEmpty()) {
            return false;
        }
        Stretch source = each.source().get();
        return reading.type(source.from()) == Reading.ORGANISATION
                || reading.type(source.to() - 1) == Reading.ORGANISATION
                || PASSING.contains(reading.word(each.cue()));
    }

    /** Whether an agency tells it after the fact: {@code …, Reuters reported}. */
    boolean passesOn(Attribution each) {
        return agency(each) && each.cue() >= each.to() - 1;
    }

    /** Whether the token may be the reporting word of what is passed on. */
    boolean tells(int token) {
        return !reading.quotations().quoted(token) && TELLING.contains(ReportingVerbs.classOf(reading.word(token)));
    }

    /** The inner attribution through the outer one's speaker, if it lies within the other and makes up most of it. */
    Optional<Attribution> within(Attribution inner, Attribution outer) {
        if (inner.source().isEmpty()) {
            return Optional.empty();
        }
        Stretch source = inner.source().get();
        boolean inside = outer.parts().stream().anyMatch(part -> part.overlap(source) == source.to() - source.from());
        List<Stretch> parts = new ArrayList<>();
        int kept = 0;
        int whole = 0;
        for (Stretch part : outer.parts()) {
            whole += part.to() - part.from();
            for (Stretch said : inner.parts()) {
                int from = Math.max(said.from(), part.from());
                int to = Math.min(said.to(), part.to());
                if (from < to) {
                    parts.add(new Stretch(from, to));
                    kept += to - from;
                }
            }
        }
        if (!inside) {
            return Optional.empty();
        }
        if (kept * 2 < whole) {
            parts.clear();
            outer.parts().stream()
                    .filter(part ->
                            part.from() == source.from() && source.to() <= inner.cue() && inner.cue() + 1 < part.to())
                    .map(part -> new Stretch(inner.cue() + 1, part.to()))
                    .forEach(parts::add);
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        parts.sort(Comparator.comparingInt(Stretch::from));
        List<Stretch> via = new ArrayList<>();
        outer.source().ifPresent(via::add);
        via.addAll(outer.via());
        return Optional.of(
                new Attribution(inner.cue(), inner.source(), parts, Optional.empty(), via, outer.confidence()));
    }

    /** Whether the token is the verb of {@code quoted somebody as saying}. */
    boolean quotes(int token) {
        return QUOTING.contains(reading.word(token)) && as(token) >= 0;
    }

    Attribution untangled(Attribution each) {
        int verb = each.cue() < 0 ? -1 : verb(each.cue());
        int as = verb < 0 ? -1 : as(verb);
        if (as < 0) {
            return each;
        }
        int after = verb + 1;
        boolean passive = after == as || reading.word(after) == BY;
        Optional<Stretch> named = stretch(passive ? after + 1 : after, as);
        Optional<Stretch> teller = each.source()
                .filter(source -> source.from() < verb)
                .map(source -> new Stretch(source.from(), Math.min(source.to(), verb)))
                .or(() -> before(verb));
        Optional<Stretch> speaker = passive ? teller : named;
        List<Stretch> via = new ArrayList<>();
        (passive ? named : teller).ifPresent(via::add);
        via.addAll(each.via());
        boolean reports = ReportingVerbs.classOf(reading.word(as + 1)).equals("said");
        List<Stretch> parts = beginning(each.parts(), verb, reports ? as + 2 : as + 1);
        return new Attribution(verb, speaker, parts, Optional.empty(), via, each.confidence());
    }

    /** The quoting verb, which the model may see in the {@code saying} of {@code quoted him as saying}; −1 if none. */
    private int verb(int cue) {
        if (QUOTING.contains(reading.word(cue))) {
            return cue;
        }
        if (cue < 1 || reading.word(cue - 1) != AS) {
            return -1;
        }
        int first = Math.max(reading.sentenceStart(reading.sentenceOf(cue)), cue - REACH);
        for (int at = cue - 2; at >= first; at--) {
            if (QUOTING.contains(reading.word(at)) && as(at) == cue - 1) {
                return at;
            }
        }
        return -1;
    }

    /** The {@code as} of {@code as saying}; −1 if there is none near. */
    private int as(int cue) {
        int end = Math.min(reading.sentenceEnd(reading.sentenceOf(cue)) - 1, cue + REACH);
        for (int at = cue + 1; at < end; at++) {
            if (reading.word(at) == AS && reading.raw(at + 1).endsWith("ing")) {
                return at;
            }
        }
        return -1;
    }

    private static Optional<Stretch> stretch(int from, int to) {
        return from < to ? Optional.of(new Stretch(from, to)) : Optional.empty();
    }

    /** The name that stands close before the verb. */
    private Optional<Stretch> before(int cue) {
        for (int at = cue - 1; at >= Math.max(0, cue - 3); at--) {
            int name = reading.nameOf(at);
            if (name >= 0) {
                int from = at;
                while (from > 0 && reading.nameOf(from - 1) == name) {
                    from--;
                }
                return Optional.of(new Stretch(from, at + 1));
            }
        }
        return Optional.empty();
    }

    /** Parts after the verb begin where the speaker's words do; what stands before it is part of none unless quoted. */
    private List<Stretch> beginning(List<Stretch> parts, int cue, int start) {
        List<Stretch> cut = new ArrayList<>();
        for (Stretch part : parts) {
            boolean tangled = part.from() > cue && part.from() < start;
            boolean stray = part.from() < cue && !reading.quotations().quoted(part.from());
            if (!tangled && !stray) {
                cut.add(part);
            } else if (tangled && part.to() > start) {
                cut.add(new Stretch(start, part.to()));
            }
        }
        if (cut.isEmpty()) {
            int end = reading.sentenceEnd(reading.sentenceOf(cue));
            while (end > start + 1 && reading.shape(end - 1) == Reading.MARK) {
                end--;
            }
            return start < end ? List.of(new Stretch(start, end)) : parts;
        }
        return cut;
    }
}
