package dev.dateline.app;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices that the machine's clock was set back. Kafka's clients time their heartbeats and retries by that clock, and wait
 * until it shows again what it has shown before: the group throws such a member out, and it does not learn of it.
 *
 * <p>Measured against a clock that nobody sets. Not thread-safe.
 */
final class WallClock {
    /** Less is made up for before a group misses a heartbeat. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private final LongSupplier millis;
    private final LongSupplier steadyNanos;
    private long mostAhead;

    /**
     * @param millis the clock that may be set, in milliseconds
     * @param steadyNanos one that only goes on, in nanoseconds from anywhere
     */
    WallClock(LongSupplier millis, LongSupplier steadyNanos) {
        this.millis = millis;
        this.steadyNanos = steadyNanos;
        this.mostAhead = ahead();
    }

    /** How far it shows less than it has shown, each time as of then; 0 if that is tolerable. */
    Duration setBack() {
        long ahead = ahead();
        mostAhead = Math.max(mostAhead, ahead);
        Duration back = Duration.ofMillis(mostAhead - ahead);
        return back.compareTo(TOLERATED) > 0 ? back : Duration.ZERO;
    }

    private long ahead() {
        return millis.getAsLong() - Duration.ofNanos(steadyNanos.getAsLong()).toMillis();
    }
}
