package dev.dateline.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;

/** Whether the feeder told the truth: each record that it notes stands on the input topic, once. */
final class InputCheck {
    private final List<Sent> expected;
    private final Verdict verdict;

    InputCheck(List<Sent> expected, Verdict verdict) {
        this.expected = expected;
        this.verdict = verdict;
    }

    void check(String bootstrap) {
        Map<String, Integer> found = new HashMap<>();
        try (Reading input = new Reading(bootstrap, "read_committed", "articles")) {
            input.read(
                    record -> {
                        Header id = record.headers().lastHeader("test-id");
                        found.merge(id == null ? "" : new String(id.value(), StandardCharsets.UTF_8), 1, Integer::sum);
                    },
                    () -> true,
                    Duration.ZERO,
                    Duration.ofMillis(500));
        }
        for (Sent each : expected) {
            int times = found.getOrDefault(each.id(), 0);
            if (times != 1) {
                verdict.fault(times == 0 ? Verdict.LOST : Verdict.DUPLICATED, "on the way in: " + each.id());
            }
        }
    }
}
