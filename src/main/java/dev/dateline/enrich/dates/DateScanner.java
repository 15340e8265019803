package dev.dateline.enrich.dates;

import dev.dateline.enrich.sentences.Numeral;
import dev.dateline.enrich.sentences.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the date, time or duration that begins at a token of one sentence. */
final class DateScanner {
    /** Every word that a date may begin with, besides figures, numerals and months: most tokens need no closer look. */
    private static final Set<String> OPENERS =
            Set.of(("monday tuesday wednesday thursday friday saturday sunday last this next first second "
                            + "third fourth q1 q2 q3 q4 spring summer autumn winter today tonight yesterday tomorrow earlier later early late "
                            + "past final mid a an half")
                    .split(" ", -1));

    /** The first that makes something of the token is right. */
    private static final List<Reader> READERS = List.of(
            (at, token) -> at.calendar.isoDay(token),
            (at, token) -> at.calendar.days(token),
            (at, token) -> at.calendar.decadePart(token),
            (at, token) -> at.calendar.years(token),
            (at, token) -> at.calendar.weekday(token),
            (at, token) -> at.calendar.ledMonth(token),
            (at, token) -> at.calendar.monthFirst(token),
            (at, token) -> at.calendar.dayFirst(token),
            (at, token) -> at.quarters.quarter(token),
            (at, token) -> at.quarters.season(token),
            (at, token) -> at.quarters.relativeSeason(token),
            (at, token) -> at.spans.ledSpan(token),
            (at, token) -> at.spans.near(token),
            (at, token) -> at.spans.shifted(token),
            (at, token) -> at.clock.time(token),
            (at, token) -> at.calendar.decade(token),
            (at, token) -> at.spans.span(token),
            (at, token) -> at.calendar.year(token));

    private final Words words;
    private final int end;
    private final CalendarDates calendar;
    private final Quarters quarters;
    private final Spans spans;
    private final Clock clock;

    private interface Reader {
        Optional<When> read(DateScanner at, int token);
    }

    DateScanner(Words words, int first, int end, Publication published) {
        this.words = words;
        this.end = end;
        this.calendar = new CalendarDates(words, first, end, published);
        this.quarters = new Quarters(words, first, end, published);
        this.spans = new Spans(words, first, end, published);
        this.clock = new Clock(words, end);
    }

    Optional<When> at(int token) {
        String word = words.at(token);
        if (!Character.isDigit(word.charAt(0)) && !OPENERS.contains(word) && Iso.month(word) == 0) {
            return Numeral.small(word) ? spans.shifted(token).or(() -> spans.span(token)) : Optional.empty();
        }
        for (Reader reader : READERS) {
            Optional<When> found = reader.read(this, token);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The day and the time of day as one moment, where they stand together. */
    When whole(When when) {
        boolean time = when.precision().equals("minute");
        boolean day = when.precision().equals("day")
                && when.value().filter(iso -> iso.length() == 10).isPresent();
        if (!time && !day) {
            return when;
        }
        int next = when.to();
        while (next < end
                && next < when.to() + 3
                && (words.is(next, ",") || words.is(next, "on") || words.is(next, "at"))) {
            next++;
        }
        Optional<When> other = next < end ? at(next) : Optional.empty();
        return other.filter(more -> more.precision().equals(time ? "day" : "minute"))
                .filter(more -> more.value()
                        .filter(iso -> time ? iso.length() == 10 : iso.startsWith("T"))
                        .isPresent())
                .map(more -> When.fixed(
                        when.from(),
                        more.to(),
                        "minute",
                        time
                                ? more.value().orElse("") + when.value().orElse("")
                                : when.value().orElse("") + more.value().orElse("")))
                .orElse(when);
    }
}
