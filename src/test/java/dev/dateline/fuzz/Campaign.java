package dev.dateline.fuzz;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Many inputs for one attack. What went wrong is told once for each place in the code, with the number of the input that
 * shows it: the seed and that number make it again.
 */
final class Campaign {
    /** What one stage has for one article; in CPU time, since others share the machine. */
    static final Duration DEADLINE = Duration.ofSeconds(2);

    private static final int SHORT = 48;
    private static final int MIDDLING = 1_500;
    private static final int LONG = 20_000;
    private static final int MOST_FINDINGS = 8;

    private final Attack attack;
    private final Service service;
    private final long seed;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private long longest;

    Campaign(Attack attack, Service service, long seed) {
        this.attack = attack;
        this.service = service;
        this.seed = seed;
    }

    /** @param input its number in the campaign */
    record Finding(long input, Throwable cause) {}

    record Report(Attack attack, long inputs, Duration longest, Map<String, Finding> findings) {
        String row() {
            return String.format(
                    "%-18s %,10d inputs   longest %,6d ms of CPU   findings %d",
                    attack, inputs, longest.toMillis(), findings.size());
        }
    }

    Report run(long first, long inputs) {
        long done = 0;
        for (long input = first; input < first + inputs && findings.size() < MOST_FINDINGS; input++) {
            strike(input).ifPresent(this::keep);
            done++;
        }
        return new Report(attack, done, Duration.ofNanos(longest), findings);
    }

    private Optional<Finding> strike(long input) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            attack.strike(Draw.seeded(seed * 1_000_003 + input), size(input), service);
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError broken) {
            return Optional.of(new Finding(input, broken));
        }
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        longest = Math.max(longest, took);
        return took <= DEADLINE.toNanos()
                ? Optional.empty()
                : Optional.of(new Finding(input, new AssertionError("took " + Duration.ofNanos(took) + " of CPU")));
    }

    /** Most are short, so that there are many; some as long as an article may be. */
    private static int size(long input) {
        return input % 500 == 499 ? LONG : input % 20 == 19 ? MIDDLING : SHORT;
    }

    private void keep(Finding finding) {
        Throwable cause = finding.cause();
        String place = java.util.Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.dateline.")
                        && !frame.getClassName().contains(".fuzz."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse(String.valueOf(cause.getMessage()));
        findings.putIfAbsent(cause.getClass().getSimpleName() + " at " + place, finding);
    }
}
