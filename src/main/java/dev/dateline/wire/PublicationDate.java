package dev.dateline.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published, as senders write it: RFC 3339 with its liberties (a space or a small {@code t}; no
 * seconds; fractions of any length after a point or a comma; {@code +0100} or {@code +01}), the basic form of NewsML
 * ({@code 20190510T160228+0200}), or RFC 1123 as feeds have it. A time without an offset is read as UTC, a date without
 * a time as its midnight: the sender's own zone is not known, and a fixed rule gives the same result on every replay.
 */
final class PublicationDate {
    /** Before the first newspaper, or further ahead than any embargo: a unit mistaken, not a date. */
    static final int FIRST_YEAR = 1600;

    static final int LAST_YEAR = 2199;

    private static final int MAX_LENGTH = 64;
    private static final Pattern LENIENT = Pattern.compile("(\\d{4})(-?)(\\d\\d)\\2(\\d\\d)"
            + "(?:[Tt ](\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,](\\d+))?)? ?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?");

    private static final Pattern STRICT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)");

    private PublicationDate() {}

    /** Empty when it is no such date or lies in an absurd year. */
    static Optional<Instant> parse(String written) {
        String date = written.strip();
        if (date.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(parsed(date)).filter(PublicationDate::plausible);
        } catch (DateTimeException | NumberFormatException notADate) {
            return Optional.empty();
        }
    }

    /** Whether a date that {@link #parse} understands is RFC 3339 to the letter. */
    static boolean isStrict(String written) {
        return STRICT.matcher(written).matches();
    }

    private static boolean plausible(Instant date) {
        int year = date.atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Instant parsed(String date) {
        Matcher parts = LENIENT.matcher(date);
        if (!parts.matches()) {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
        }
        LocalDate day = LocalDate.of(number(parts.group(1)), number(parts.group(3)), number(parts.group(4)));
        if (parts.group(5) == null) {
            return day.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        LocalTime time = LocalTime.of(
                number(parts.group(5)), number(parts.group(6)), second(parts.group(7)), nanos(parts.group(8)));
        return LocalDateTime.of(day, time).toInstant(offset(parts.group(9)));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Java's clock has no leap second; the second before it keeps the order. */
    private static int second(@Nullable String digits) {
        int second = digits == null ? 0 : number(digits);
        return second == 60 ? 59 : second;
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : number((fraction + "000000000").substring(0, 9));
    }

    private static ZoneOffset offset(@Nullable String zone) {
        return zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone.toUpperCase(Locale.ROOT));
    }
}
