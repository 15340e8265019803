package dev.dateline.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that end in the middle of their work. */
@Tag("faults")
class KillFaultsIT {
    private static final Duration WITHIN = Duration.ofMinutes(8);
    private static final List<ApiKeys> STEPS =
            List.of(ApiKeys.INIT_PRODUCER_ID, ApiKeys.PRODUCE, ApiKeys.TXN_OFFSET_COMMIT, ApiKeys.END_TXN);

    @Test
    void atRandomMoments() {
        int kills = Integer.getInteger("faults.kills", 40);
        try (Rig rig = Rig.of("kills", 100)) {
            rig.start("one", Rig.CHEAP);
            for (int kill = 0; kill < kills; kill++) {
                rig.progress(1);
                rig.chance(Duration.ofSeconds(2));
                rig.kill("one");
                rig.fault();
                rig.start("one");
            }
            rig.progress(1);
            rig.verify("SIGKILL at a random moment, one instance", kills, WITHIN);
        }
    }

    @ParameterizedTest
    @CsvSource({"classic,false", "classic,true", "consumer,false", "consumer,true"})
    void ofOneOfTwo(String protocol, boolean isStatic) {
        int kills = Integer.getInteger("faults.kills.of-two", 10);
        Map<String, String> settings = new HashMap<>(Rig.CHEAP);
        settings.put("dateline.stream.consumer.\"group.protocol\"", protocol);
        settings.put("dateline.stream.static-membership", Boolean.toString(isStatic));
        try (Rig rig = Rig.of("kills-of-two-" + protocol + (isStatic ? "-static" : ""), 100)) {
            rig.start("one", settings);
            rig.start("two", settings);
            for (int kill = 0; kill < kills; kill++) {
                String instance = kill % 2 == 0 ? "one" : "two";
                rig.progress(50);
                rig.chance(Duration.ofSeconds(3));
                rig.kill(instance);
                rig.fault();
                if (kill % 4 < 2) {
                    // The other takes over before this one is back.
                    rig.pass(Duration.ofSeconds(8));
                }
                rig.start(instance).awaitReady(Rig.READY_WITHIN);
            }
            rig.verify(
                    "SIGKILL of one of two instances, protocol `%s`%s"
                            .formatted(protocol, isStatic ? ", static membership" : ""),
                    kills,
                    WITHIN);
        }
    }

    /** The proxy sees which step of a transaction the service is at. */
    @Test
    void atEachStepOfATransaction() {
        int rounds = Integer.getInteger("faults.kills.at-steps", 3);
        try (Rig rig = Rig.of("kills-at-steps", 100)) {
            rig.start("one", Rig.CHEAP);
            rig.progress(1);
            for (int round = 0; round < rounds; round++) {
                for (ApiKeys step : STEPS) {
                    for (boolean after : List.of(false, true)) {
                        killedAt(rig, step, after);
                    }
                }
            }
            rig.progress(1);
            rig.verify(
                    "SIGKILL just before and just after each request of a transaction (InitProducerId, Produce,"
                            + " TxnOffsetCommit, EndTxn)",
                    rounds * STEPS.size() * 2,
                    WITHIN);
        }
    }

    private static void killedAt(Rig rig, ApiKeys step, boolean after) {
        if (after) {
            rig.cluster().proxy().after(step, () -> rig.kill("one"));
        } else {
            rig.cluster().proxy().before(step, () -> rig.kill("one"));
        }
        if (step == ApiKeys.INIT_PRODUCER_ID) {
            // Only a new producer asks for it.
            rig.kill("one");
            rig.start("one");
        }
        rig.awaitEnd("one");
        rig.fault();
        rig.start("one");
        rig.progress(1);
    }

    @Test
    void withEveryStageAndStories() {
        int kills = Integer.getInteger("faults.kills.everything", 10);
        try (Rig rig = Rig.withStories("kills-everything", 8)) {
            rig.start("one", Rig.EVERYTHING).awaitReady(Rig.READY_WITHIN);
            for (int kill = 0; kill < kills; kill++) {
                rig.progress(10);
                rig.chance(Duration.ofSeconds(4));
                rig.kill("one");
                rig.fault();
                rig.start("one");
            }
            rig.progress(1);
            rig.verify("SIGKILL, every stage and the stories on", kills, WITHIN);
        }
    }

    @Test
    void sigtermInTheMiddleOfABatch() {
        int times = Integer.getInteger("faults.terms", 10);
        try (Rig rig = Rig.withStories("terms", 60)) {
            Map<String, String> settings = new HashMap<>(Rig.CHEAP);
            settings.put("dateline.roles", "enrich,stories");
            rig.start("one", settings).awaitReady(Rig.READY_WITHIN);
            for (int time = 0; time < times; time++) {
                rig.progress(50);
                rig.chance(Duration.ofSeconds(2));
                rig.service("one").terminate();
                rig.fault();
                rig.start("one");
            }
            rig.progress(1);
            rig.verify("SIGTERM in the middle of a batch, stories on", times, WITHIN);
        }
    }
}
