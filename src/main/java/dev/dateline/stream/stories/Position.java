package dev.dateline.stream.stories;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Place of a story in a list: the latest first, then by id, so that the order is total and pages do not overlap. */
public record Position(Instant lastSeen, String id) implements Comparable<Position> {
    private static final Comparator<Position> LATEST_FIRST =
            Comparator.comparing(Position::lastSeen).reversed().thenComparing(Position::id);

    /** The form in which a page hands it to the next. */
    public static Optional<Position> parse(String cursor) {
        int split = cursor.indexOf('~');
        if (split < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(Instant.parse(cursor.substring(0, split)), cursor.substring(split + 1)));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Position other) {
        return LATEST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return lastSeen + "~" + id;
    }
}
