package dev.dateline.enrich.dates;

import dev.dateline.enrich.sentences.Words;
import java.util.Optional;
import java.util.Set;

/** Reads the time of day. */
final class Clock {
    private static final Set<String> BEFORE_CLOCKS =
            Set.of("at", "by", "from", "until", "till", "before", "after", "around", "about");

    private final Words words;
    private final int end;

    Clock(Words words, int end) {
        this.words = words;
        this.end = end;
    }

    Optional<When> time(int token) {
        String word = words.at(token);
        boolean close = word.endsWith("am") || word.endsWith("pm");
        String figure = close ? word.substring(0, word.length() - 2) : word;
        int colon = Math.max(figure.indexOf(':'), figure.indexOf('.'));
        int hour = CalendarDates.small(colon < 0 ? figure : figure.substring(0, colon));
        int minute =
                colon < 0 ? 0 : figure.length() == colon + 3 ? CalendarDates.small(figure.substring(colon + 1)) : 60;
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
}
