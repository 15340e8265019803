package dev.dateline.enrich.dates;

import dev.dateline.enrich.sentences.Numeral;
import dev.dateline.enrich.sentences.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Reads days, months, years and decades that stand in a sentence as a calendar has them. */
final class CalendarDates {
    /** Other words as well. */
    private static final Set<String> DOUBTFUL_MONTHS = Set.of("may", "march", "mar", "jan", "sep");

    private static final Set<String> BEFORE_MONTHS =
            Set.of("in since by until till last next this early late mid of from through and to during between"
                    .split(" ", -1));
    private static final Set<String> BEFORE_YEARS = Set.of("in", "since", "from", "by", "until", "of", "the", "during");

    private final Words words;
    private final int first;
    private final int end;
    private final Publication published;

    CalendarDates(Words words, int first, int end, Publication published) {
        this.words = words;
        this.first = first;
        this.end = end;
        this.published = published;
    }

    Optional<When> isoDay(int token) {
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

    Optional<When> weekday(int token) {
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
                PartsOfDay.after(words, end, name + 1),
                "day",
                published.weekday(DayOfWeek.of(weekday), future, strictly),
                (future ? "+" : "-") + words.at(name)));
    }

    Optional<When> monthFirst(int token) {
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
        boolean doubtful = DOUBTFUL_MONTHS.contains(words.at(token));
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

    Optional<When> dayFirst(int token) {
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

    /** {@code 12-15 July}, {@code July 12 to 15, 2024}. */
    Optional<When> days(int token) {
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
    Optional<When> decadePart(int token) {
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
    Optional<When> years(int token) {
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
    Optional<When> ledMonth(int token) {
        boolean led = words.is(token, "last") || words.is(token, "next");
        return led && token + 1 < end
                ? monthFirst(token + 1)
                        .filter(when -> when.precision().equals("month"))
                        .map(when -> new When(token, when.to(), "month", when.value(), when.offset()))
                : Optional.empty();
    }

    Optional<When> decade(int token) {
        String word = words.at(token);
        Optional<Integer> year =
                word.length() == 5 && word.endsWith("0s") ? Numeral.year(word.substring(0, 4)) : Optional.empty();
        return year.map(from -> When.fixed(token, token + 1, "decade", Publication.decade(from)));
    }

    Optional<When> year(int token) {
        Optional<Integer> year = Numeral.year(words.at(token));
        boolean led = BEFORE_YEARS.contains(words.at(token - 1));
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

    /** A day of the month in figures, {@code 12} or {@code 12th}; 0 if it is none. */
    static int small(String word) {
        boolean ordinal = word.endsWith("th") || word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd");
        int length = word.length() - (ordinal ? 2 : 0);
        int day = 0;
        for (int i = 0; i < length; i++) {
            char c = word.charAt(i);
            if (c < '0' || c > '9' || i == 2) {
                return 0;
            }
            day = 10 * day + c - '0';
        }
        return day;
    }
}
