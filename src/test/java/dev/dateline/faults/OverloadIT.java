package dev.dateline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.stream.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Five times as many articles as can be enriched, with every stage on, without and with the ladder. */
@Tag("faults")
class OverloadIT {
    private static final Duration OVERLOAD = Duration.ofSeconds(Long.getLong("faults.overload-seconds", 600));
    private static final Duration CALM = Duration.ofSeconds(40);
    private static final double FACTOR = 5;
    /** Of what can be sustained: how many articles come before and after. */
    private static final double USUAL = 0.4;
    /** While the backlog is worked off: with fewer it takes less long. */
    private static final double FEW = 0.1;

    private static final String LADDER = "topics,entities,quotes";

    private final List<OverloadSample> samples = new ArrayList<>();

    private enum Ladder {
        NEVER,
        /** As soon as articles wait. */
        ALWAYS,
        /** By an operator who sees the backlog when it is over; the process starts anew for it. */
        AFTERWARDS
    }

    @Test
    void theServiceOutlivesItAndRecovers() throws IOException {
        outlives("overload", Ladder.NEVER);
    }

    @Test
    void theLadderKeepsTheDelayShort() throws IOException {
        outlives("overload-ladder", Ladder.ALWAYS);
    }

    @Test
    void theLadderWorksOffTheBacklog() throws IOException {
        outlives("overload-ladder-afterwards", Ladder.AFTERWARDS);
    }

    private void outlives(String name, Ladder ladder) throws IOException {
        Map<String, String> without = new HashMap<>(Map.of("dateline.roles", "enrich", "dateline.stream.workers", "1"));
        Map<String, String> with = new HashMap<>(without);
        with.put("dateline.enrich.ladder", LADDER);
        with.put("dateline.enrich.ladder-after", "10s");
        try (Rig rig = Rig.of(name, 20)) {
            rig.fullSpeed();
            // Measured with every stage; the ladder would leave some out under the backlog that this needs.
            ServiceProcess measured = rig.start("one", without).awaitReady(Rig.READY_WITHIN);
            double sustained = sustained(rig);
            rig.feeder().rate(FEW * sustained);
            measured.terminate();
            ServiceProcess service =
                    rig.start("one", ladder == Ladder.ALWAYS ? with : without).awaitReady(Rig.READY_WITHIN);
            rig.feeder().rate(USUAL * sustained);
            drained(rig, service, Duration.ofMinutes(5));
            samples.clear();
            watch(rig, service, CALM);
            rig.feeder().rate(FACTOR * sustained);
            int from = samples.size();
            watch(rig, service, OVERLOAD);
            int until = samples.size();
            rig.feeder().rate(FEW * sustained);
            rig.fault();
            if (ladder == Ladder.AFTERWARDS) {
                service.terminate();
                service = rig.start("one", with).awaitReady(Rig.READY_WITHIN);
            }
            drained(rig, service, OVERLOAD.multipliedBy((long) (FACTOR / (1 - FEW)) + 4));
            rig.feeder().rate(USUAL * sustained);
            watch(rig, service, CALM);

            Files.write(JavaProgram.LOGS.resolve(name + ".csv"), OverloadSample.table(samples));
            OverloadPlot.draw(
                    "%.0f articles/s can be sustained; 5 times as many for %d s%s"
                            .formatted(sustained, OVERLOAD.toSeconds(), said("; ", ladder)),
                    samples,
                    Path.of("target/faults", name + ".png"));
            rig.verify(
                    "5 times the sustainable rate for %d s%s".formatted(OVERLOAD.toSeconds(), said(", ", ladder)),
                    1,
                    Duration.ofMinutes(10));
            itStayedCalm(from, until, ladder == Ladder.AFTERWARDS ? until : samples.size());
        }
    }

    private static String said(String before, Ladder ladder) {
        return switch (ladder) {
            case NEVER -> "";
            case ALWAYS -> before + "ladder " + LADDER;
            case AFTERWARDS -> before + "then with the ladder " + LADDER;
        };
    }

    /** @param ofOneProcess how many samples are of the process that was overloaded */
    private void itStayedCalm(int from, int until, int ofOneProcess) {
        List<OverloadSample> overload = samples.subList(from, until);
        double early = overload.subList(0, overload.size() / 4).stream()
                .mapToDouble(OverloadSample::residentMegabytes)
                .max()
                .orElseThrow();
        assertThat(overload.stream()
                        .mapToDouble(OverloadSample::residentMegabytes)
                        .max()
                        .orElseThrow())
                .as("memory is flat: its peak, after %f MB in the first quarter", early)
                .isLessThan(early * 1.2);
        assertThat(samples).as("never dead").allMatch(OverloadSample::live);
        assertThat(samples.subList(0, ofOneProcess))
                .as("no rebalance")
                .allMatch(sample -> sample.rebalances() == samples.get(0).rebalances());
        assertThat(samples.get(samples.size() - 1).delaySeconds())
                .as("the live lane's delay at the end")
                .isLessThan(2);
    }

    /** Articles a second with a backlog, after a warm-up. */
    private static double sustained(Rig rig) {
        rig.feeder().rate(150);
        rig.progress(600);
        long begun = System.nanoTime();
        int before = rig.arrivals().count();
        rig.progress(600);
        return (rig.arrivals().count() - before) / ((System.nanoTime() - begun) / 1e9);
    }

    private void drained(Rig rig, ServiceProcess service, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (rig.feeder().good() - rig.arrivals().count() > 50) {
            assertThat(System.nanoTime()).as("drained within " + within).isLessThan(deadline);
            watch(rig, service, Duration.ofSeconds(1));
        }
    }

    private void watch(Rig rig, ServiceProcess service, Duration time) {
        for (int second = 0; second < time.toSeconds(); second++) {
            int sentBefore = rig.feeder().good();
            int cameBefore = rig.arrivals().count();
            long begun = System.nanoTime();
            rig.pass(Duration.ofSeconds(1));
            double seconds = (System.nanoTime() - begun) / 1e9;
            String metrics = service.get("/q/metrics").body();
            double delay = rig.arrivals()
                    .delay(System.currentTimeMillis() / 1000 - 1)
                    .orElseGet(() -> samples.isEmpty()
                            ? 0
                            : samples.get(samples.size() - 1).delaySeconds());
            samples.add(new OverloadSample(
                    samples.size(),
                    (rig.feeder().good() - sentBefore) / seconds,
                    (rig.arrivals().count() - cameBefore) / seconds,
                    rig.feeder().good() - rig.arrivals().count(),
                    delay,
                    resident(service.pid()),
                    sum(metrics, "jvm_memory_used_bytes\\{area=\"heap\"") / 1e6,
                    (int) sum(metrics, "dateline_ladder_step"),
                    (int) sum(metrics, "dateline_rebalances_total"),
                    service.status("/q/health/live") == 200));
        }
    }

    private static double sum(String metrics, String series) {
        Matcher lines = Pattern.compile("(?m)^" + series + ".* ([0-9.eE+-]+)$").matcher(metrics);
        double sum = 0;
        while (lines.find()) {
            sum += Double.parseDouble(lines.group(1));
        }
        return sum;
    }

    private static double resident(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException elsewhere) {
            // Only Linux tells it here; the heap is in the table as well.
            return 0;
        }
    }
}
