package dev.dateline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.broker.Directory;
import dev.dateline.stream.ServiceProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances that come, go, sleep, lose their clock or their disk. */
@Tag("faults")
class InstanceFaultsIT {
    private static final Duration WITHIN = Duration.ofMinutes(8);
    /** Seconds that a record may come from the future, as topics are set by default: more, and none gets through. */
    private static final int REFUSED_BY_BROKERS = 3_600;

    @Test
    void threeInstancesJoinAndLeave() {
        int rounds = Integer.getInteger("faults.rounds", 3);
        try (Rig rig = Rig.of("join-leave", 100)) {
            rig.start("one", Rig.CHEAP).awaitReady(Rig.READY_WITHIN);
            for (int round = 0; round < rounds; round++) {
                for (String joining : List.of("two", "three")) {
                    rig.start(joining, Rig.CHEAP).awaitReady(Rig.READY_WITHIN);
                    rig.fault();
                    rig.progress(100);
                }
                for (String leaving : List.of("two", "three")) {
                    rig.service(leaving).terminate();
                    rig.fault();
                    rig.progress(100);
                }
            }
            rig.verify("two and three instances join and leave", rounds * 4, WITHIN);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rollingRestart(boolean isStatic) {
        int rounds = Integer.getInteger("faults.rounds", 3);
        Map<String, String> settings = new HashMap<>(Rig.CHEAP);
        settings.put("dateline.roles", "enrich,stories");
        settings.put("dateline.stream.static-membership", Boolean.toString(isStatic));
        try (Rig rig = Rig.withStories("rolling" + (isStatic ? "-static" : ""), 60)) {
            rig.start("one", settings).awaitReady(Rig.READY_WITHIN);
            rig.start("two", settings).awaitReady(Rig.READY_WITHIN);
            for (int round = 0; round < rounds; round++) {
                for (String instance : List.of("one", "two")) {
                    rig.progress(50);
                    rig.service(instance).terminate();
                    rig.fault();
                    rig.start(instance).awaitReady(Rig.READY_WITHIN);
                }
            }
            rig.verify(
                    "rolling restart of two instances, stories on" + (isStatic ? ", static membership" : ""),
                    rounds * 2,
                    WITHIN);
        }
    }

    /** Stopped for longer than its session and its transaction last, then woken while another has its partitions. */
    @Test
    void aZombieWakesUp() {
        int times = Integer.getInteger("faults.rounds", 3);
        try (Rig rig = Rig.of("zombie", 150)) {
            rig.start("one", Rig.CHEAP).awaitReady(Rig.READY_WITHIN);
            rig.start("two", Rig.CHEAP).awaitReady(Rig.READY_WITHIN);
            for (int time = 0; time < times; time++) {
                ServiceProcess zombie = rig.service(time % 2 == 0 ? "one" : "two");
                rig.progress(50);
                rig.chance(Duration.ofSeconds(1));
                JavaProgram.signal(zombie.pid(), "STOP");
                rig.fault();
                rig.pass(Duration.ofSeconds(25));
                JavaProgram.signal(zombie.pid(), "CONT");
                rig.fault();
                rig.progress(200);
                zombie.awaitReady(Rig.READY_WITHIN);
            }
            rig.verify("zombie: stopped for 25 s, woken after the other took over", times, WITHIN);
        }
    }

    @Test
    void theClockJumps() throws IOException {
        Optional<Path> library = library();
        assumeTrue(library.isPresent(), "clock jumps need libfaketime (apt-get install faketime)");
        Path offset = JavaProgram.LOGS.resolve("clock").toAbsolutePath();
        List<Integer> offsets = List.of(1_800, -1_800, 86_400, 0, -600, 0);
        try (Rig rig = Rig.withStories("clock", 60)) {
            Files.writeString(offset, "+0");
            rig.environment(Map.of(
                    "LD_PRELOAD",
                    library.get().toString(),
                    "FAKETIME_TIMESTAMP_FILE",
                    offset.toString(),
                    "FAKETIME_DONT_FAKE_MONOTONIC",
                    "1",
                    // Else each wait for a time ends at once, and all threads spin.
                    "FAKETIME_FORCE_MONOTONIC_FIX",
                    "0",
                    "FAKETIME_CACHE_DURATION",
                    "1"));
            Map<String, String> settings = new HashMap<>(Rig.CHEAP);
            settings.put("dateline.roles", "enrich,stories");
            rig.start("one", settings).awaitReady(Rig.READY_WITHIN);
            int before = 0;
            rig.progress(100);
            for (int seconds : offsets) {
                Files.writeString(offset, "%+d".formatted(seconds));
                rig.fault();
                if (seconds < before) {
                    restartedOnceDead(rig);
                }
                before = seconds;
                if (seconds < REFUSED_BY_BROKERS) {
                    rig.progress(300);
                } else {
                    rig.pass(Duration.ofSeconds(15));
                }
            }
            rig.verify(
                    "the service's clock jumps (30 min ahead, 30 min behind, 1 d ahead, right, 10 min behind, right), stories on, restarted"
                            + " where it says that it is dead",
                    offsets.size(),
                    WITHIN);
        }
    }

    /** As Kubernetes does it. */
    private static void restartedOnceDead(Rig rig) {
        ServiceProcess service = rig.service("one");
        Awaitility.await("it notices that its clock was set back")
                .atMost(Duration.ofMinutes(1))
                .until(() -> service.status("/q/health/live") == 503);
        rig.kill("one");
        rig.start("one");
    }

    private static Optional<Path> library() {
        return Stream.of(
                        "/usr/lib/x86_64-linux-gnu/faketime",
                        "/usr/lib/aarch64-linux-gnu/faketime",
                        "/usr/lib/faketime")
                .map(folder -> Path.of(folder, "libfaketime.so.1"))
                .filter(Files::exists)
                .findFirst();
    }

    /** It goes on for as long as it can; then it is dead and another takes its work; started again it waits for room. */
    @Test
    void theDiskOfTheStoriesStateIsFull() throws Exception {
        Directory mount = Directory.temporary();
        boolean mounted = command(
                "mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", mount.path().toString());
        assumeTrue(mounted, "a full disk needs the right to mount a tmpfs");
        try (Rig rig = Rig.withStories("disk-full", 150)) {
            Map<String, String> settings = new HashMap<>(Rig.CHEAP);
            settings.put("dateline.roles", "enrich,stories");
            settings.put(
                    "dateline.stories.state-dir", mount.path().resolve("state").toString());
            settings.put("dateline.stories.state-min-free", "32M");
            ServiceProcess first = rig.start("one", settings).awaitReady(Rig.READY_WITHIN);
            rig.progress(300);
            fill(mount.path());
            awaitTrouble(first, "STATE_DISK_FULL");
            assertThat(first.status("/q/health/live")).isEqualTo(200);
            // It gives partitions away, and has to write first what it remembers of them.
            Map<String, String> elsewhere = new HashMap<>(settings);
            elsewhere.remove("dateline.stories.state-dir");
            ServiceProcess other = rig.start("two", elsewhere);
            awaitTrouble(first, "STATE_NOT_WRITABLE");
            Awaitility.await("it has left its work to others, and is dead")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> first.status("/q/health/live") == 503);
            other.awaitReady(Rig.READY_WITHIN);

            rig.kill("one");
            Path filler = fill(mount.path());
            ServiceProcess second = rig.start("one");
            awaitTrouble(second, "STATE_DISK_FULL");
            rig.progress(300);
            assertThat(second.status("/q/health/live"))
                    .as("another restart would not help")
                    .isEqualTo(200);
            assertThat(second.status("/q/health/ready")).isEqualTo(503);
            Files.delete(filler);
            rig.fault();
            second.awaitReady(Rig.READY_WITHIN);
            rig.progress(100);
            rig.verify("the disk of the stories' state is full until a write fails, then has room", 1, WITHIN);
        } finally {
            command("umount", "-l", mount.path().toString());
            mount.release();
        }
    }

    private static void awaitTrouble(ServiceProcess service, String code) {
        Awaitility.await(code)
                .atMost(Duration.ofMinutes(5))
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(
                        () -> assertThat(service.get("/q/health/ready").body()).contains(code));
    }

    private static Path fill(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] block = new byte[16 * 1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
    }
}
