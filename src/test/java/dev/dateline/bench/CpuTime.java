package dev.dateline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time of a process so far, in ticks of 10 ms, as Linux counts it; by what its threads are for, told by their
 * names.
 */
record CpuTime(long ticks, Map<Part, Long> parts) {
    private static final double MILLIS_A_TICK = 10;

    /** In the order in which a name is looked up. */
    enum Part {
        ENRICHERS("the enrichers", "dateline-stage.*"),
        BYTES("articles from and to bytes", "dateline-worker.*"),
        STORIES("stories", "(bench-|rocksdb).*"),
        KAFKA("Kafka and transactions", "(dateline-loop|kafka-|dateline-probe).*"),
        COMPILER("the JVM's compiler", "C[12] Compiler.*"),
        COLLECTOR("the JVM's collector", "(G1 |GC Thread|VM Thread|VM Periodic).*"),
        REST("console, metrics and the rest", ".*");

        private final String meaning;
        private final String threads;

        Part(String meaning, String threads) {
            this.meaning = meaning;
            this.threads = threads;
        }

        String meaning() {
            return meaning;
        }

        private static Part of(String thread) {
            return Stream.of(values())
                    .filter(part -> thread.matches(part.threads))
                    .findFirst()
                    .orElse(REST);
        }
    }

    static CpuTime of(long pid) {
        Path process = Path.of("/proc", String.valueOf(pid));
        Map<Part, Long> parts = new EnumMap<>(Part.class);
        long ticks = 0;
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            for (Path thread : threads.toList()) {
                try {
                    parts.merge(
                            Part.of(Files.readString(thread.resolve("comm")).strip()),
                            ticks(thread.resolve("stat")),
                            Long::sum);
                } catch (NoSuchFileException ended) {
                    // Its time is in the sum for the process.
                }
            }
            ticks = ticks(process.resolve("stat"));
        } catch (IOException failure) {
            throw new UncheckedIOException("this measurement needs Linux's /proc", failure);
        }
        return new CpuTime(ticks, parts);
    }

    /** The fields after the name, which may contain anything, in parentheses. */
    private static long ticks(Path stat) throws IOException {
        String line = Files.readString(stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    static long residentMb(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Since the process began. */
    double seconds() {
        return ticks * MILLIS_A_TICK / 1_000;
    }

    double millisSince(CpuTime earlier) {
        return (ticks - earlier.ticks) * MILLIS_A_TICK;
    }

    double millisSince(CpuTime earlier, Part part) {
        return (parts.getOrDefault(part, 0L) - earlier.parts.getOrDefault(part, 0L)) * MILLIS_A_TICK;
    }
}
