package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import java.util.ArrayList;
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

    private final Reading reading;

    Relays(Reading reading) {
        this.reading = reading;
    }

    Attribution untangled(Attribution each) {
        if (each.cue() < 0 || !QUOTING.contains(reading.word(each.cue()))) {
            return each;
        }
        int as = as(each.cue());
        if (as < 0) {
            return each;
        }
        int after = each.cue() + 1;
        boolean passive = after == as || reading.word(after) == BY;
        Optional<Stretch> named = stretch(passive ? after + 1 : after, as);
        List<Stretch> via = new ArrayList<>();
        Optional<Stretch> speaker = passive ? each.source().or(() -> before(each.cue())) : named;
        (passive ? named : each.source().or(() -> before(each.cue()))).ifPresent(via::add);
        via.removeIf(teller -> speaker.map(teller::equals).orElse(false));
        via.addAll(each.via());
        boolean reports = ReportingVerbs.classOf(reading.word(as + 1)).equals("said");
        List<Stretch> parts = beginning(each.parts(), each.cue(), reports ? as + 2 : as + 1);
        return new Attribution(each.cue(), speaker, parts, each.addressee(), via, each.confidence());
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

    /** Parts after the verb begin where the speaker's words do. */
    private List<Stretch> beginning(List<Stretch> parts, int cue, int start) {
        List<Stretch> cut = new ArrayList<>();
        for (Stretch part : parts) {
            boolean tangled = part.from() > cue && part.from() < start;
            if (!tangled) {
                cut.add(part);
            } else if (part.to() > start) {
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
