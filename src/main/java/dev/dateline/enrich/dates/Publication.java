package dev.dateline.enrich.dates;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The day an article was published, in UTC, and what stands at a distance from it. */
final class Publication {
    private final Optional<LocalDate> day;

    Publication(Optional<Instant> at) {
        this.day = at.map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
    }

    Optional<String> shifted(String unit, long by) {
        return day.map(from -> switch (unit) {
            case "day" -> from.plusDays(by).toString();
            case "week" -> week(from.plusWeeks(by));
            case "month" -> from.plusMonths(by).toString().substring(0, 7);
            case "quarter" -> quarter(from.plusMonths(3 * by));
            case "decade" -> decade(from.getYear() / 10 * 10 + (int) by * 10);
            case "weekend" -> weekend(from.plusWeeks(by));
            default -> String.valueOf(from.getYear() + by);
        });
    }

    Optional<String> weekday(DayOfWeek weekday, boolean future, boolean strictly) {
        return day.map(from -> from.with(
                        future
                                ? (strictly ? TemporalAdjusters.next(weekday) : TemporalAdjusters.nextOrSame(weekday))
                                : (strictly
                                        ? TemporalAdjusters.previous(weekday)
                                        : TemporalAdjusters.previousOrSame(weekday)))
                .toString());
    }

    /** The month of no stated year: the last one begun, or the next one. */
    Optional<String> month(int month, boolean future) {
        return day.map(from -> {
            int years = future ? (month < from.getMonthValue() ? 1 : 0) : (month > from.getMonthValue() ? -1 : 0);
            return Iso.month(from.getYear() + years, month);
        });
    }

    /** The day of no stated year: the nearest one, or the next, or the last one past. */
    Optional<String> monthDay(int month, int dayOfMonth, boolean future, boolean past) {
        return day.flatMap(from -> {
            Optional<LocalDate> best = Optional.empty();
            for (int year = from.getYear() - 1; year <= from.getYear() + 1; year++) {
                Optional<LocalDate> candidate = Iso.day(year, month, dayOfMonth);
                boolean allowed = candidate.isPresent()
                        && !(past && candidate.get().isAfter(from))
                        && !(future && !past && candidate.get().isBefore(from));
                if (allowed && (best.isEmpty() || distance(from, candidate.get()) < distance(from, best.get()))) {
                    best = candidate;
                }
            }
            return best.map(LocalDate::toString);
        });
    }

    Optional<String> quarter(int quarter, boolean future) {
        return day.map(from -> {
            int now = from.get(IsoFields.QUARTER_OF_YEAR);
            int years = future ? (quarter < now ? 1 : 0) : (quarter > now ? -1 : 0);
            return (from.getYear() + years) + "-Q" + quarter;
        });
    }

    /** Spring is 0, winter 3; winter bears the year it begins in. Codes 21 to 24 of the Extended Date/Time Format. */
    Optional<String> season(int season, int by) {
        return day.map(from -> {
            int begins = 3 + 3 * season;
            int year = from.getYear();
            boolean over = season < 3 && from.getMonthValue() >= begins + 3;
            boolean begun = from.getMonthValue() >= begins;
            int of;
            if (by < 0) {
                of = over ? year : year - (season == 3 && from.getMonthValue() < 3 ? 2 : 1);
            } else if (by > 0) {
                of = begun ? year + 1 : year;
            } else {
                of = season == 3 && from.getMonthValue() < 3 ? year - 1 : year;
            }
            return of + "-" + (21 + season);
        });
    }

    Optional<Integer> year() {
        return day.map(LocalDate::getYear);
    }

    private static long distance(LocalDate from, LocalDate to) {
        return Math.abs(ChronoUnit.DAYS.between(from, to));
    }

    private static String week(LocalDate of) {
        return "%d-W%02d".formatted(of.get(IsoFields.WEEK_BASED_YEAR), of.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static String quarter(LocalDate of) {
        return of.getYear() + "-Q" + of.get(IsoFields.QUARTER_OF_YEAR);
    }

    private static String weekend(LocalDate of) {
        LocalDate saturday = of.with(DayOfWeek.SATURDAY);
        return saturday + "/" + saturday.plusDays(1);
    }

    static String decade(int first) {
        return first + "/" + (first + 9);
    }
}
