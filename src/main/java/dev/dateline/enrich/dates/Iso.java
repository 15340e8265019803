package dev.dateline.enrich.dates;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** English names of months, days and units, and their ISO 8601 forms. */
final class Iso {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> SHORT_MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private Iso() {}

    /** 1 to 12; 0 if the word names no month. */
    static int month(String word) {
        int at = MONTHS.indexOf(word);
        return (at >= 0 ? at : word.equals("sept") ? 8 : SHORT_MONTHS.indexOf(word)) + 1;
    }

    /** 1 to 7; 0 if the word names no day. */
    static int weekday(String word) {
        return DAYS.indexOf(word) + 1;
    }

    static String month(int year, int month) {
        return "%04d-%02d".formatted(year, month);
    }

    static Optional<LocalDate> day(int year, int month, int day) {
        return day <= YearMonth.of(year, month).lengthOfMonth()
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    /** {@code P3D}, {@code PT2H}; empty if the word is no unit of time. */
    static Optional<String> duration(String figure, String unit) {
        return switch (unit) {
            case "second" -> Optional.of("PT" + figure + "S");
            case "minute" -> Optional.of("PT" + figure + "M");
            case "hour" -> Optional.of("PT" + figure + "H");
            case "day" -> Optional.of("P" + figure + "D");
            case "week" -> Optional.of("P" + figure + "W");
            case "month" -> Optional.of("P" + figure + "M");
            case "year" -> Optional.of("P" + figure + "Y");
            case "decade" -> Optional.of("P" + figure + "0Y");
            default -> Optional.empty();
        };
    }
}
