package dev.dateline.enrich.dates;

import dev.dateline.enrich.sentences.Numeral;
import dev.dateline.enrich.sentences.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the date, time or duration that begins at a token of one sentence. */
final class DateScanner {
    private static final Set<String> PERIODS = Set.of("day", "week", "month", "year", "quarter", "decade", "weekend");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    private static final Set<String> BEFORE_MONTHS =
            Set.of("in since by until till last next this early late mid of from through and to during between"
                    .split(" ", -1));
    /** Every word that a date may begin with, besides figures, numerals and months: most tokens need no closer look. */
    private static final Set<String> OPENERS =
            Set.of(("monday tuesday wednesday thursday friday saturday sunday last this next first second "
                            + "third fourth q1 q2 q3 q4 spring summer autumn winter today tonight yesterday tomorrow earlier later early late "
                            + "past final mid a an half")
                    .split(" ", -1));

    private static final Set<String> BEFORE_CLOCKS =
            Set.of("at", "by", "from", "until", "till", "before", "after", "around", "about");

    /** Before "last eight weeks" as a stretch of time, where the verb would have "will" or "to". */
    private static final Set<String> BEFORE_LED =
            Set.of("the", "in", "over", "for", "within", "its", "his", "her", "their", "during", "these", "those");

    private static final Set<String> BUSINESS = Set.of(
            ("profit profits revenue revenues sales earnings growth gdp economy loss losses net income exports imports "
                            + "deliveries sold output company bank inflation shares results orders shipments fiscal $ % percent "
                            + "quarter-on-quarter investment spending unemployment turnover")
                    .split(" ", -1));

    private static final Set<String> GAMES = Set.of(
            ("scored score points point game match touchdown basket baskets rebounds goal goals yards won win lead "
                            + "trailed quarterback pointer halftime season team rally")
                    .split(" ", -1));

    private static final Set<String> BEFORE_ONE =
            Set.of("for after within in than nearly about almost over".split(" ", -1));

    private final Words words;
    private final int first;
    private final int end;
    private final Publication published;

    DateScanner(Words words, int first, int end, Publication published) {
        this.words = words;
        this.first = first;
        this.end = end;
        this.published = published;
    }

    Optional<When> at(int token) {
        String word = words.at(token);
        if (!Character.isDigit(word.charAt(0)) && !OPENERS.contains(word) && Iso.month(word) == 0) {
            return Numeral.small(word) ? shifted(token).or(() -> span(token)) : Optional.empty();
        }
        return isoDay(token)
                .or(() -> days(token))
                .or(() -> decadePart(token))
                .or(() -> years(token))
                .or(() -> weekday(token))
                .or(() -> ledMonth(token))
                .or(() -> monthFirst(token))
                .or(() -> dayFirst(token))
                .or(() -> quarter(token))
                .or(() -> season(token))
                .or(() -> relativeSeason(token))
                .or(() -> ledSpan(token))
                .or(() -> near(token))
                .or(() -> shifted(token))
                .or(() -> clock(token))
                .or(() -> decade(token))
                .or(() -> span(token))
                .or(() -> year(token));
    }

    private Optional<When> isoDay(int token) {
        Optional<Integer> year = Numeral.year(words.at(token));
        if (year.isEmpty() || token + 5 > end || !words.hyphen(token + 1) || !words.hyphen(token + 3)) {
            return Optional.empty();
        }
        int month = small(words.at(token + 2));
        int day = small(words.at(token + 4));
        return month < 1 || month > 12 || day < 1
                ? Optional.empty()
                : Iso.day(year.get(), month, day).map(date -> When.fixed(token, token + 5, "day", date.toString()));
    }

    private Optional<When> weekday(int token) {
        boolean led = words.is(token, "last") || words.is(token, "next") || words.is(token, "this");
        int name = led ? token + 1 : token;
        int weekday = Iso.weekday(words.at(name));
        if (weekday == 0 || name >= end) {
            return Optional.empty();
        }
        if (!led) {
            int dated = words.is(name + 1, ",") ? name + 2 : name + 1;
            Optional<When> exact = monthFirst(dated)
                    .or(() -> dayFirst(dated))
                    .filter(when -> when.precision().equals("day"));
            if (exact.isPresent()) {
                return exact.map(when -> new When(token, when.to(), "day", when.value(), when.offset()));
            }
        }
        boolean future = led ? !words.is(token, "last") : Tense.future(words, first, token, name + 1, end);
        boolean strictly = words.is(token, "last") || words.is(token, "next");
        return Optional.of(When.relative(
                token,
                partOfDay(name + 1),
                "day",
                published.weekday(DayOfWeek.of(weekday), future, strictly),
                (future ? "+" : "-") + words.at(name)));
    }

    private int partOfDay(int at) {
        return at < end && Set.of("morning", "afternoon", "evening", "night").contains(words.at(at)) ? at + 1 : at;
    }

    private Optional<When> monthFirst(int token) {
        int month = token < end && words.capitalised(token) ? Iso.month(words.at(token)) : 0;
        if (month == 0) {
            return Optional.empty();
        }
        int at = words.is(token + 1, ".") && words.joined(token + 1) ? token + 2 : token + 1;
        int day = small(words.at(at));
        if (at < end && day > 0 && day <= 31) {
            return dated(token, month, day, at + 1);
        }
        int comma = words.is(at, ",") ? at + 1 : at;
        comma = words.is(comma, "of") ? comma + 1 : comma;
        Optional<Integer> year = comma < end ? Numeral.year(words.at(comma)) : Optional.empty();
        if (year.isPresent()) {
            return Optional.of(When.fixed(token, comma + 1, "month", Iso.month(year.get(), month)));
        }
        boolean doubtful = Set.of("may", "march", "mar", "jan", "sep").contains(words.at(token));
        if (doubtful && !BEFORE_MONTHS.contains(words.at(token - 1))) {
            return Optional.empty();
        }
        boolean future = words.is(token - 1, "next") || Tense.future(words, first, token, token + 1, end);
        return Optional.of(When.relative(
                token,
                at == token + 2 && at == end ? token + 1 : at,
                "month",
                published.month(month, future),
                "--%02d".formatted(month)));
    }

    private Optional<When> dayFirst(int token) {
        int day = token < end ? small(words.at(token)) : 0;
        int at = words.is(token + 1, "of") ? token + 2 : token + 1;
        int month = at < end && words.capitalised(at) ? Iso.month(words.at(at)) : 0;
        if (day < 1 || day > 31 || month == 0) {
            return Optional.empty();
        }
        return dated(token, month, day, at + 1);
    }

    private Optional<When> dated(int from, int month, int day, int to) {
        int comma = words.is(to, ",") ? to + 1 : to;
        Optional<Integer> year = comma < end ? Numeral.year(words.at(comma)) : Optional.empty();
        if (year.isPresent()) {
            return Iso.day(year.get(), month, day)
                    .map(LocalDate::toString)
                    .map(iso -> When.fixed(from, comma + 1, "day", iso));
        }
        boolean future = Tense.future(words, first, from, to, end);
        return Optional.of(When.relative(
                from,
                to,
                "day",
                published.monthDay(month, day, future, words.is(from - 1, "since")),
                "--%02d-%02d".formatted(month, day)));
    }

    /** A day of the month in figures, {@code 12} or {@code 12th}; 0 if it is none. */
    private static int small(String word) {
        int length = word.length();
        boolean ordinal = length > 2 && Set.of("st", "nd", "rd", "th").contains(word.substring(length - 2));
        String figure = ordinal ? word.substring(0, length - 2) : word;
        boolean digits =
                !figure.isEmpty() && figure.length() <= 2 && figure.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(figure) : 0;
    }

    private Optional<When> quarter(int token) {
        String word = words.at(token);
        boolean brief = word.length() == 2 && word.charAt(0) == 'q' && word.charAt(1) >= '1' && word.charAt(1) <= '4';
        boolean closing = (word.equals("last") || word.equals("final"))
                && words.reads(token + 1, "quarter of")
                && Numeral.year(words.at(token + 3)).isPresent();
        int ordinal = closing ? 4 : ORDINALS.indexOf(word) + 1;
        if (!brief && (ordinal == 0 || !words.is(token + 1, "quarter"))) {
            return Optional.empty();
        }
        int quarter = brief ? word.charAt(1) - '0' : ordinal;
        int to = brief ? token + 1 : token + 2;
        int at = words.is(to, "of") ? to + 1 : to;
        Optional<Integer> year = at < end ? Numeral.year(words.at(at)) : Optional.empty();
        int lead = words.reads(at, "last year")
                ? -1
                : words.reads(at, "next year") ? 1 : words.reads(at, "this year") ? 0 : 2;
        if (year.isPresent()) {
            return Optional.of(When.fixed(token, at + 1, "quarter", year.get() + "-Q" + quarter));
        }
        if (lead < 2) {
            return Optional.of(When.relative(
                    token,
                    at + 2,
                    "quarter",
                    published.year().map(now -> (now + lead) + "-Q" + quarter),
                    "P" + lead + "Y-Q" + quarter));
        }
        if (game()) {
            return Optional.empty();
        }
        boolean future = Tense.future(words, first, token, to, end);
        return Optional.of(When.relative(token, to, "quarter", published.quarter(quarter, future), "--Q" + quarter));
    }

    /** Whether the sentence tells of a game, whose quarters are none of the calendar's. */
    private boolean game() {
        boolean played = false;
        for (int at = first; at < end; at++) {
            if (BUSINESS.contains(words.at(at))) {
                return false;
            }
            played |= GAMES.contains(words.at(at));
        }
        return played;
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

    /** {@code 12-15 July}, {@code July 12 to 15, 2024}. */
    private Optional<When> days(int token) {
        int month = words.capitalised(token) ? Iso.month(words.at(token)) : 0;
        boolean monthFirst = month > 0;
        int low = monthFirst ? token + 1 : token;
        int high = low + 2;
        boolean linked = high < end && (words.dash(low + 1) || words.is(low + 1, "to") || both(low));
        if (!linked || small(words.at(low)) == 0 || small(words.at(high)) <= small(words.at(low))) {
            return Optional.empty();
        }
        int to = high + 1;
        if (!monthFirst) {
            month = to < end && words.capitalised(to) ? Iso.month(words.at(to)) : 0;
            to++;
        }
        if (month == 0) {
            return Optional.empty();
        }
        Optional<When> from = dated(token, month, small(words.at(low)), to);
        Optional<When> until = dated(token, month, small(words.at(high)), to);
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        When last = until.get();
        Optional<String> value =
                from.get().value().flatMap(start -> last.value().map(stop -> start + "/" + stop));
        return Optional.of(When.relative(
                token,
                last.to(),
                "day",
                value,
                from.get().offset().orElse("") + "/" + last.offset().orElse("")));
    }

    private boolean both(int low) {
        return words.is(low + 1, "and") && words.is(low - 1, "between");
    }

    /** {@code mid-1990s}, {@code early 1990s}. */
    private Optional<When> decadePart(int token) {
        boolean mid = words.is(token, "mid");
        if (!mid && !words.is(token, "early") && !words.is(token, "late")) {
            return Optional.empty();
        }
        int at = words.hyphen(token + 1) ? token + 2 : token + 1;
        String word = words.at(at);
        Optional<Integer> decade = at < end && word.length() == 5 && word.endsWith("0s")
                ? Numeral.year(word.substring(0, 4))
                : Optional.empty();
        int start = mid ? 4 : words.is(token, "early") ? 0 : 7;
        int stop = mid ? 6 : words.is(token, "early") ? 3 : 9;
        return decade.map(year -> When.fixed(token, at + 1, "decade", (year + start) + "/" + (year + stop)));
    }

    /** {@code 2015-16}, {@code 2015/16}: a season or a school year. */
    private Optional<When> years(int token) {
        Optional<Integer> year = Numeral.year(words.at(token));
        boolean linked = words.hyphen(token + 1) || words.is(token + 1, "/");
        if (year.isEmpty() || !linked || token + 2 >= end) {
            return Optional.empty();
        }
        int next = year.get() + 1;
        return words.is(token + 2, "%02d".formatted(next % 100))
                ? Optional.of(When.fixed(token, token + 3, "year", year.get() + "/" + next))
                : Optional.empty();
    }

    /** {@code last October}, {@code next January}. */
    private Optional<When> ledMonth(int token) {
        boolean led = words.is(token, "last") || words.is(token, "next");
        return led && token + 1 < end
                ? monthFirst(token + 1)
                        .filter(when -> when.precision().equals("month"))
                        .map(when -> new When(token, when.to(), "month", when.value(), when.offset()))
                : Optional.empty();
    }

    /** {@code last summer}: by the seasons of the north. */
    private Optional<When> relativeSeason(int token) {
        int by = words.is(token, "last") ? -1 : words.is(token, "next") ? 1 : words.is(token, "this") ? 0 : 2;
        String name = words.is(token + 1, "fall") ? "autumn" : words.at(token + 1);
        int season = SEASONS.indexOf(name);
        if (by == 2 || season < 0 || token + 1 >= end || (words.is(token + 1, "fall") && words.is(token + 2, "of"))) {
            return Optional.empty();
        }
        return Optional.of(When.relative(
                token, token + 2, "season", published.season(season, by), by + " " + SEASONS.get(season)));
    }

    /** {@code the next three years}, {@code the past two weeks}. */
    private Optional<When> ledSpan(int token) {
        boolean led = Set.of("next", "last", "past", "first").contains(words.at(token))
                && (token == first || BEFORE_LED.contains(words.at(token - 1)));
        boolean article = words.is(token + 1, "a") || words.is(token + 1, "an");
        Optional<When> length = led && !article && token + 1 < end ? span(token + 1) : Optional.empty();
        return length.map(when -> new When(token, when.to(), when.precision(), when.value(), when.offset()));
    }

    private Optional<When> season(int token) {
        int season = SEASONS.indexOf(words.at(token));
        int at = words.is(token + 1, "of") ? token + 2 : token + 1;
        return season < 0 || at >= end
                ? Optional.empty()
                : Numeral.year(words.at(at))
                        .map(year -> When.fixed(token, at + 1, "season", year + "-" + (21 + season)));
    }

    private Optional<When> near(int token) {
        int by;
        switch (words.at(token)) {
            case "today", "tonight" -> by = 0;
            case "yesterday" -> by = -1;
            case "tomorrow" -> by = 1;
            default -> {
                return period(token);
            }
        }
        return Optional.of(
                When.relative(token, partOfDay(token + 1), "day", published.shifted("day", by), "P" + by + "D"));
    }

    private Optional<When> period(int token) {
        int lead = Set.of("earlier", "later", "early", "late").contains(words.at(token)) ? token + 1 : token;
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
        if (unit.equals("night") || unit.equals("morning") || unit.equals("afternoon") || unit.equals("evening")) {
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
    private Optional<When> shifted(int token) {
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

    private Optional<When> clock(int token) {
        String word = words.at(token);
        boolean close = word.endsWith("am") || word.endsWith("pm");
        String figure = close ? word.substring(0, word.length() - 2) : word;
        int colon = Math.max(figure.indexOf(':'), figure.indexOf('.'));
        int hour = small(colon < 0 ? figure : figure.substring(0, colon));
        int minute = colon < 0 ? 0 : figure.length() == colon + 3 ? small(figure.substring(colon + 1)) : 60;
        String next = words.at(token + 1).replace(".", "");
        boolean half = next.equals("am") || next.equals("pm");
        boolean zone = token + 1 < end && Zones.offset(words.raw(token + 1)).isPresent();
        boolean named = !figure.isEmpty() && Character.isDigit(figure.charAt(0)) && hour < 24 && minute < 60;
        boolean led = colon > 0 && figure.indexOf(':') > 0 && BEFORE_CLOCKS.contains(words.at(token - 1));
        if (!named || !(close || half || led || (zone && colon > 0))) {
            return Optional.empty();
        }
        boolean afternoon = (close ? word : next).endsWith("pm");
        int hours = close || half ? hour % 12 + (afternoon ? 12 : 0) : hour;
        int to = token + (half ? 2 : 1);
        Optional<String> offset = to < end ? Zones.offset(words.raw(to)) : Optional.empty();
        String value = "T%02d:%02d%s".formatted(hours, minute, offset.orElse(""));
        return Optional.of(When.fixed(token, offset.isPresent() ? to + 1 : to, "minute", value));
    }

    private Optional<When> decade(int token) {
        String word = words.at(token);
        Optional<Integer> year =
                word.length() == 5 && word.endsWith("0s") ? Numeral.year(word.substring(0, 4)) : Optional.empty();
        return year.map(from -> When.fixed(token, token + 1, "decade", Publication.decade(from)));
    }

    /** A length of time, other than an age. */
    private Optional<When> span(int token) {
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

    private Optional<When> year(int token) {
        Optional<Integer> year = Numeral.year(words.at(token));
        boolean led = Set.of("in", "since", "from", "by", "until", "of", "the", "during")
                .contains(words.at(token - 1));
        if (year.isEmpty() || (year.get() < 1900 && !led) || words.is(token - 1, "$")) {
            return Optional.empty();
        }
        boolean range = words.hyphen(token + 1) && token + 2 < end;
        Optional<Integer> last = range ? Numeral.year(words.at(token + 2)) : Optional.empty();
        return Optional.of(
                last.isPresent()
                        ? When.fixed(token, token + 3, "year", year.get() + "/" + last.get())
                        : When.fixed(token, token + 1, "year", String.valueOf(year.get())));
    }
}
