package dev.dateline.enrich.dates;

import dev.dateline.enrich.sentences.Numeral;
import dev.dateline.enrich.sentences.Words;
import java.util.Optional;
import java.util.Set;

/** Reads lengths of time, and days and periods by how far they are from now. */
final class Spans {
    private static final Set<String> PERIODS = Set.of("day", "week", "month", "year", "quarter", "decade", "weekend");
    private static final Set<String> LEADS = Set.of("next", "last", "past", "first");
    private static final Set<String> NEARER = Set.of("earlier", "later", "early", "late");
    /** Before "last eight weeks" as a stretch of time, where the verb would have "will" or "to". */
    private static final Set<String> BEFORE_LED =
            Set.of("the", "in", "over", "for", "within", "its", "his", "her", "their", "during", "these", "those");

    private static final Set<String> BEFORE_ONE =
            Set.of("for after within in than nearly about almost over".split(" ", -1));

    private final Words words;
    private final int first;
    private final int end;
    private final Publication published;

    Spans(Words words, int first, int end, Publication published) {
        this.words = words;
        this.first = first;
        this.end = end;
        this.published = published;
    }

    /** {@code the next three years}, {@code the past two weeks}. */
    Optional<When> ledSpan(int token) {
        boolean led = LEADS.contains(words.at(token)) && (token == first || BEFORE_LED.contains(words.at(token - 1)));
        boolean article = words.is(token + 1, "a") || words.is(token + 1, "an");
        Optional<When> length = led && !article && token + 1 < end ? span(token + 1) : Optional.empty();
        return length.map(when -> new When(token, when.to(), when.precision(), when.value(), when.offset()));
    }

    Optional<When> near(int token) {
        int by;
        switch (words.at(token)) {
            case "today", "tonight" -> by = 0;
            case "yesterday" -> by = -1;
            case "tomorrow" -> by = 1;
            default -> {
                return period(token);
            }
        }
        return Optional.of(When.relative(
                token, PartsOfDay.after(words, end, token + 1), "day", published.shifted("day", by), "P" + by + "D"));
    }

    private Optional<When> period(int token) {
        int lead = NEARER.contains(words.at(token)) ? token + 1 : token;
        int by;
        switch (words.at(lead)) {
            case "this" -> by = 0;
            case "last" -> by = -1;
            case "next" -> by = 1;
            default -> {
                return Optional.empty();
            }
        }
        String unit = words.at(lead + 1);
        if (lead + 1 >= end) {
            return Optional.empty();
        }
        if (PartsOfDay.named(unit)) {
            return Optional.of(When.relative(token, lead + 2, "day", published.shifted("day", by), "P" + by + "D"));
        }
        if (!PERIODS.contains(unit)) {
            return Optional.empty();
        }
        String offset = unit.equals("weekend") || unit.equals("quarter")
                ? by + " " + unit
                : Iso.duration(String.valueOf(by), unit).orElse("");
        return Optional.of(When.relative(token, lead + 2, unit, published.shifted(unit, by), offset));
    }

    /** A length of time and "ago". */
    Optional<When> shifted(int token) {
        Optional<Numeral> number = figure(token);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int unit = number.get().to();
        String name = singular(words.at(unit));
        boolean ago = words.is(unit + 1, "ago") && unit + 1 < end;
        if (!ago || !PERIODS.contains(name) || number.get().value().precision() > 4) {
            return Optional.empty();
        }
        int by = -number.get().value().intValue();
        return Optional.of(When.relative(
                token,
                unit + 2,
                name,
                published.shifted(name, by),
                Iso.duration(String.valueOf(by), name).orElse("")));
    }

    /** A length of time, other than an age. */
    Optional<When> span(int token) {
        Optional<Numeral> number = figure(token);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        boolean single = words.is(token, "a") || words.is(token, "an");
        int unit = words.hyphen(number.get().to())
                ? number.get().to() + 1
                : number.get().to();
        boolean old = words.is(unit + 1, "old") || (words.hyphen(unit + 1) && words.is(unit + 2, "old"));
        if (old || unit >= end || (single && !BEFORE_ONE.contains(words.at(token - 1)))) {
            return Optional.empty();
        }
        String name = singular(words.at(unit));
        return Iso.duration(number.get().value().stripTrailingZeros().toPlainString(), name)
                .map(iso -> When.fixed(token, unit + 1, name, iso));
    }

    private Optional<Numeral> figure(int token) {
        Optional<Numeral> number = Numeral.read(words, token, end);
        boolean one = words.is(token, "a") || words.is(token, "an");
        return one && number.isEmpty()
                ? Optional.of(new Numeral(java.math.BigDecimal.ONE, token + 1, false, false))
                : number;
    }

    private static String singular(String unit) {
        return unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }
}
