package dev.dateline.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three brokers, of which one goes: partition leaders, group and transaction coordinators move. */
@Tag("faults")
class ClusterFaultsIT {
    private static final Duration WITHIN = Duration.ofMinutes(8);
    private static final String GROUP = "dateline-enrich-live";

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Rig.CHEAP);
        settings.put("dateline.roles", "enrich,stories");
        return settings;
    }

    @Test
    void theCoordinatorIsKilled() {
        int times = Integer.getInteger("faults.rounds", 3);
        try (Rig rig = Rig.ofThreeNodes("coordinator-killed", 60)) {
            rig.start("one", settings()).awaitReady(Rig.READY_WITHIN);
            rig.start("two", settings()).awaitReady(Rig.READY_WITHIN);
            for (int time = 0; time < times; time++) {
                rig.progress(50);
                Cluster.Node coordinator = rig.cluster().coordinatorOf(GROUP);
                coordinator.kill();
                rig.fault();
                rig.progress(200);
                coordinator.launch();
                coordinator.awaitStarted();
            }
            rig.verify("SIGKILL of the group's coordinator, three brokers", times, WITHIN);
        }
    }

    /** It holds its connections and answers nothing, until the others think it dead; then it wakes up. */
    @Test
    void theCoordinatorSleeps() {
        int times = Integer.getInteger("faults.rounds", 3);
        try (Rig rig = Rig.ofThreeNodes("coordinator-sleeps", 60)) {
            rig.start("one", settings()).awaitReady(Rig.READY_WITHIN);
            rig.start("two", settings()).awaitReady(Rig.READY_WITHIN);
            for (int time = 0; time < times; time++) {
                rig.progress(50);
                Cluster.Node coordinator = rig.cluster().coordinatorOf(GROUP);
                coordinator.signal("STOP");
                rig.fault();
                rig.pass(Duration.ofSeconds(25));
                coordinator.signal("CONT");
                rig.progress(200);
            }
            rig.verify("the group's coordinator sleeps for 25 s, three brokers", times, WITHIN);
        }
    }

    @Test
    void theBrokersRestartOneAfterTheOther() {
        try (Rig rig = Rig.ofThreeNodes("brokers-roll", 60)) {
            rig.start("one", settings()).awaitReady(Rig.READY_WITHIN);
            for (int id = 1; id <= 3; id++) {
                rig.progress(50);
                rig.cluster().node(id).terminate();
                rig.fault();
                rig.cluster().node(id).launch();
                rig.cluster().node(id).awaitStarted();
                rig.progress(50);
            }
            rig.verify("rolling restart of three brokers", 3, WITHIN);
        }
    }
}
