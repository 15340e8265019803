package dev.dateline.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code target/faults.md}: a row for each scenario, added as it ends. */
final class FaultTable {
    private static final Path FILE = Path.of("target/faults.md");
    private static final String HEAD = """
            | fault | runs | inputs | lost | duplicated | out of order | wrong | stories differ | recovery, median / longest |
            |---|---|---|---|---|---|---|---|---|
            """;

    private FaultTable() {}

    /** @param verdict the verifier's summary */
    static synchronized void add(String fault, int runs, JsonNode verdict, List<Duration> recoveries, boolean stories) {
        List<Double> seconds =
                recoveries.stream().map(each -> each.toMillis() / 1e3).sorted().toList();
        String recovery = seconds.isEmpty()
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.1f s / %.1f s",
                        seconds.get(seconds.size() / 2),
                        seconds.get(seconds.size() - 1));
        String row = "| %s | %d | %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        fault,
                        runs,
                        verdict.path("inputs"),
                        verdict.path(Verdict.LOST),
                        verdict.path(Verdict.DUPLICATED),
                        verdict.path(Verdict.OUT_OF_ORDER),
                        verdict.path(Verdict.WRONG),
                        stories ? verdict.path(Verdict.STORIES) : "–",
                        recovery);
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            if (!Files.exists(FILE)) {
                Files.writeString(FILE, HEAD);
            }
            Files.writeString(FILE, row, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        System.out.print(row);
    }
}
