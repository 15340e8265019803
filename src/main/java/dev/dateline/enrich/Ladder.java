package dev.dateline.enrich;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Which stages are left out while articles wait too long: none at first, then those of the list, one more each time that a
 * look finds the wait too long and no shorter than at the last one. They come back one by one, the last first, each after
 * a calm: waits that stayed short all the time. Looks are some time apart, so that a step can show what it does. Safe for
 * many threads.
 */
public final class Ladder {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration CALM = Duration.ofSeconds(60);

    private final List<String> stages;
    private final Duration tooLong;
    private volatile Set<String> skipped = Set.of();
    private volatile int step;
    private Duration atLastLook = Duration.ZERO;
    private boolean begun;
    private long lookedAt;
    private long calmSince;

    /**
     * Makes a ladder.
     *
     * @param stages names, the first to go first
     * @param tooLong the wait past which a stage is left out; below a quarter of it there is calm
     */
    public Ladder(List<String> stages, Duration tooLong) {
        this.stages = List.copyOf(stages);
        this.tooLong = tooLong;
    }

    /** For where nothing is ever left out. */
    public static Ladder none() {
        return new Ladder(List.of(), Duration.ofDays(1));
    }

    /** Names of the stages to leave out now. */
    public Set<String> skipped() {
        return skipped;
    }

    /** How many they are. */
    public int step() {
        return step;
    }

    /**
     * Takes note of a wait.
     *
     * @param wait of the oldest article at hand; zero when none is left waiting
     * @param nanos {@link System#nanoTime}
     * @return whether the step has changed
     */
    public synchronized boolean waited(Duration wait, long nanos) {
        if (!begun) {
            begun = true;
            lookedAt = nanos - LOOK_EVERY.toNanos();
            calmSince = nanos;
        }
        if (wait.compareTo(tooLong.dividedBy(4)) >= 0) {
            calmSince = nanos;
        }
        if (nanos - lookedAt < LOOK_EVERY.toNanos()) {
            return false;
        }
        boolean worse = wait.compareTo(tooLong) > 0 && wait.compareTo(atLastLook) >= 0;
        lookedAt = nanos;
        atLastLook = wait;
        if (worse && step < stages.size()) {
            return to(step + 1);
        }
        if (step > 0 && nanos - calmSince >= CALM.toNanos()) {
            calmSince = nanos;
            return to(step - 1);
        }
        return false;
    }

    private boolean to(int next) {
        skipped = Set.copyOf(stages.subList(0, next));
        step = next;
        return true;
    }
}
