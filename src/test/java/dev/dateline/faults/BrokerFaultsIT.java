package dev.dateline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.stream.ServiceProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Brokers and the way to them. */
@Tag("faults")
class BrokerFaultsIT {
    private static final Duration WITHIN = Duration.ofMinutes(8);
    private static final Map<String, String> WITH_STORIES = withStories();

    private static Map<String, String> withStories() {
        Map<String, String> settings = new HashMap<>(Rig.CHEAP);
        settings.put("dateline.roles", "enrich,stories");
        return settings;
    }

    @Test
    void theBrokerRestarts() {
        int times = Integer.getInteger("faults.rounds", 3) * 2;
        try (Rig rig = Rig.withStories("broker-restart", 60)) {
            rig.start("one", WITH_STORIES).awaitReady(Rig.READY_WITHIN);
            Cluster.Node broker = rig.cluster().node(1);
            for (int time = 0; time < times; time++) {
                rig.progress(50);
                rig.chance(Duration.ofSeconds(1));
                if (time % 2 == 0) {
                    broker.terminate();
                } else {
                    broker.kill();
                }
                broker.launch();
                broker.awaitStarted();
                rig.fault();
                rig.progress(20);
            }
            rig.verify("the broker restarts, every other time by SIGKILL, stories on", times, WITHIN);
        }
    }

    @Test
    void theBrokerCannotBeReachedForTwoMinutes() {
        try (Rig rig = Rig.withStories("unreachable", 30)) {
            ServiceProcess service = rig.start("one", WITH_STORIES).awaitReady(Rig.READY_WITHIN);
            rig.progress(100);
            rig.cluster().proxy().blackHole();
            for (int second = 0; second < 120; second += 5) {
                rig.pass(Duration.ofSeconds(5));
                assertThat(service.status("/q/health/live"))
                        .as("an outage is no reason to die, second %d", second)
                        .isEqualTo(200);
            }
            assertThat(service.status("/q/health/ready")).isEqualTo(503);
            rig.cluster().proxy().heal();
            rig.fault();
            rig.progress(100);
            service.awaitReady(Rig.READY_WITHIN);
            rig.verify("nothing passes between service and broker for 2 minutes, stories on", 1, WITHIN);
        }
    }

    @Test
    void aPartitionLetsGoOfOneOfTwo() {
        try (Rig rig = Rig.of("partitioned", 60)) {
            Map<String, String> direct = new HashMap<>(Rig.CHEAP);
            direct.put("kafka.bootstrap.servers", rig.cluster().bootstrap());
            rig.start("one", Rig.CHEAP).awaitReady(Rig.READY_WITHIN);
            rig.start("two", direct).awaitReady(Rig.READY_WITHIN);
            int times = Integer.getInteger("faults.rounds", 3);
            for (int time = 0; time < times; time++) {
                rig.progress(50);
                rig.cluster().proxy().blackHole();
                rig.fault();
                rig.pass(Duration.ofSeconds(25));
                rig.cluster().proxy().heal();
                rig.fault();
                rig.progress(100);
            }
            rig.verify("one of two instances is cut off for 25 s", times, WITHIN);
        }
    }

    @Test
    void connectionsAreReset() {
        int times = Integer.getInteger("faults.resets", 20);
        try (Rig rig = Rig.of("resets", 100)) {
            rig.start("one", Rig.CHEAP).awaitReady(Rig.READY_WITHIN);
            for (int time = 0; time < times; time++) {
                rig.progress(20);
                rig.chance(Duration.ofSeconds(1));
                rig.cluster().proxy().reset();
                rig.fault();
            }
            rig.progress(20);
            rig.verify("all connections are reset", times, WITHIN);
        }
    }

    @Test
    void answersGetLost() {
        int rounds = Integer.getInteger("faults.rounds", 3);
        List<ApiKeys> requests = List.of(ApiKeys.PRODUCE, ApiKeys.TXN_OFFSET_COMMIT, ApiKeys.END_TXN);
        try (Rig rig = Rig.of("lost-answers", 100)) {
            rig.start("one", Rig.CHEAP).awaitReady(Rig.READY_WITHIN);
            for (int round = 0; round < rounds; round++) {
                for (ApiKeys request : requests) {
                    rig.progress(20);
                    rig.cluster().proxy().after(request, () -> {});
                    rig.progress(20);
                    rig.fault();
                }
            }
            rig.verify(
                    "the answer to a Produce, a TxnOffsetCommit or an EndTxn is lost with its connection",
                    rounds * requests.size(),
                    WITHIN);
        }
    }

    @Test
    void theBrokerIsSlow() {
        try (Rig rig = Rig.withStories("slow-broker", 30)) {
            rig.start("one", WITH_STORIES).awaitReady(Rig.READY_WITHIN);
            rig.progress(50);
            rig.cluster().proxy().delay(Duration.ofMillis(300));
            rig.pass(Duration.ofSeconds(60));
            rig.cluster().proxy().heal();
            rig.fault();
            rig.progress(50);
            rig.verify("every request and answer takes 300 ms longer for a minute, stories on", 1, WITHIN);
        }
    }

    /** 20 KB/s for what writes some 200. */
    @Test
    void aQuotaThrottlesTheOutput() throws Exception {
        try (Rig rig = Rig.of("quota", 60);
                Admin admin = rig.cluster().admin()) {
            rig.start("one", Rig.CHEAP).awaitReady(Rig.READY_WITHIN);
            rig.progress(100);
            quota(admin, 20_000.0);
            rig.pass(Duration.ofSeconds(60));
            quota(admin, null);
            rig.fault();
            rig.progress(100);
            rig.verify("a quota of 20 KB/s throttles the output for a minute", 1, WITHIN);
        }
    }

    private static void quota(Admin admin, @Nullable Double bytesPerSecond)
            throws ExecutionException, InterruptedException {
        admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                        new ClientQuotaEntity(Map.of(ClientQuotaEntity.CLIENT_ID, "one-live-producer")),
                        List.of(new ClientQuotaAlteration.Op("producer_byte_rate", bytesPerSecond)))))
                .all()
                .get();
    }

    /** No broker minds 100 MB that are 10 KB long on the way; a fetch holds dozens of them. */
    @Test
    void recordsUnpackToAHundredMegabytes() {
        try (Rig rig = Rig.of("packed", 30)) {
            rig.heap("640m");
            ServiceProcess service = rig.start("one", Rig.CHEAP).awaitReady(Rig.READY_WITHIN);
            rig.progress(100);
            rig.feeder().packed(60, 100_000_000);
            rig.fault();
            rig.progress(200);
            rig.verify("60 records of 100 MB, packed to 10 KB each, in a heap of 640 MB", 1, WITHIN);
            assertThat(service.isAlive()).isTrue();
        }
    }

    /** What no client can bound, the topic can: it then measures what was unpacked. */
    @Test
    void anUncompressedTopicTakesNoneOfThem() throws Exception {
        try (Rig rig = Rig.of("unpacked", 1);
                Admin admin = rig.cluster().admin();
                KafkaProducer<byte[], byte[]> sender = new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                rig.cluster().bootstrap(),
                                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                "zstd",
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                1 << 25),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic("measured", 1, (short) 1)
                            .configs(Map.of(
                                    TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed",
                                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1000000"))))
                    .all()
                    .get();

            assertThat(sender.send(new ProducerRecord<>("measured", new byte[900_000])))
                    .succeedsWithin(Duration.ofSeconds(30));
            assertThat(sender.send(new ProducerRecord<>("measured", new byte[20_000_000])))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    @Test
    void theOutputTopicRefusesLargeRecords() {
        try (Rig rig = Rig.whoseOutputsRefuseLargeOnes("refusals", 30)) {
            rig.start("one", Rig.CHEAP).awaitReady(Rig.READY_WITHIN);
            for (int kill = 0; kill < 3; kill++) {
                rig.progress(200);
                rig.kill("one");
                rig.fault();
                rig.start("one");
            }
            rig.progress(100);
            rig.verify("the output topic refuses one article in 40 for its size, with SIGKILL", 3, WITHIN);
        }
    }
}
