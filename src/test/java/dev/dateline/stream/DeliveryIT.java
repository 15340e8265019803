package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.broker.InJvmBroker;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loop on a real broker: what must hold however the group is managed and whatever the broker does. */
class DeliveryIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration AFTER = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"classic,false", "classic,true", "consumer,false", "consumer,true"})
    void anInstanceThatJoinsAndOneThatLeavesDoubleAndLoseNothing(String protocol, String isStatic) throws IOException {
        Map<String, String> settings = Map.of(
                "dateline.stream.consumer.\"group.protocol\"", protocol, "dateline.stream.static-membership", isStatic);
        AtomicInteger begun = new AtomicInteger();
        Enricher slow = TestStreams.slow(Duration.ofMillis(2), begun);
        try (InJvmBroker broker = InJvmBroker.start()) {
            EnrichStream first = TestStreams.start(broker.bootstrapServers(), named(settings, "first"), slow);
            send(broker, 1_500);
            Awaitility.await().atMost(SOON).until(() -> begun.get() > 200);
            EnrichStream second = TestStreams.start(broker.bootstrapServers(), named(settings, "second"), slow);
            Awaitility.await().atMost(SOON).until(() -> begun.get() > 800);
            first.stop();

            eachOnce(read(broker, "articles.enriched", 1_500), 1_500);
            second.stop();
        }
    }

    @Test
    void aBacklogIsTakenFromAllPartitionsFromTheFirstOn() {
        Queue<String> begun = new ConcurrentLinkedQueue<>();
        Enricher noting = TestStreams.enricher("noting", soFar -> {
            begun.add(soFar.article().uri());
            return Findings.NONE;
        });
        try (InJvmBroker broker = InJvmBroker.start()) {
            broker.createTopics(6, "articles");
            send(broker, 3_000);
            EnrichStream stream = TestStreams.start(broker.bootstrapServers(), Map.of(), noting);
            Awaitility.await().atMost(SOON).until(() -> begun.size() >= 1_000);
            stream.stop();

            assertThat(begun.stream()
                            .limit(200)
                            .map(uri -> Utils.toPositive(Utils.murmur2(uri.getBytes(StandardCharsets.UTF_8))) % 6))
                    .contains(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void aBrokerThatGoesAwayAndComesBackCostsNothing() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        try (InJvmBroker broker = InJvmBroker.start()) {
            EnrichStream stream = TestStreams.start(
                    broker.bootstrapServers(), Map.of(), TestStreams.slow(Duration.ofMillis(2), begun));
            send(broker, 1_000);
            Awaitility.await().atMost(SOON).until(() -> begun.get() > 200);
            broker.stop();
            Awaitility.await("trouble is told")
                    .atMost(SOON)
                    .until(() -> stream.trouble().isPresent());
            assertThat(stream.stuck()).as("a broker outage is no reason to die").isFalse();
            broker.resume();

            eachOnce(read(broker, "articles.enriched", 1_000), 1_000);
            Awaitility.await("trouble is over")
                    .atMost(SOON)
                    .until(() -> stream.trouble().isEmpty());
            stream.stop();
        }
    }

    @Test
    void anArticleWhoseOutputTheBrokerRefusesIsDeadLetteredAndTheOthersGoOn() throws IOException {
        Map<String, String> settings = Map.of("dateline.stream.producer.\"max.request.size\"", "30000");
        try (InJvmBroker broker = InJvmBroker.start()) {
            EnrichStream stream = TestStreams.start(broker.bootstrapServers(), settings);
            // Its body is repeated in the output, which is then too long; the letter is not.
            String large = Sender.article("urn:large", "1", "word ".repeat(4_000));
            // Too long even for a letter.
            String huge = Sender.article("urn:huge", "1", "word ".repeat(8_000));
            try (Sender sender = new Sender(broker.bootstrapServers(), "articles")) {
                sender.send("urn:a", Sender.article("urn:a", "1", "Before."));
                sender.send("urn:large", large);
                sender.send("urn:huge", huge);
                sender.send("urn:b", Sender.article("urn:b", "1", "After."));
            }

            List<ConsumerRecord<byte[], byte[]>> letters = read(broker, "articles.deadletter", 2);
            assertThat(letters)
                    .allSatisfy(letter -> assertThat(CommittedReader.header(letter, "dead-letter-code"))
                            .isEqualTo("OUTPUT_TOO_LARGE"));
            assertThat(letters)
                    .anySatisfy(letter -> assertThat(letter.value()).asString().isEqualTo(large))
                    .anySatisfy(letter -> {
                        assertThat(letter.key()).asString().isEqualTo("urn:huge");
                        assertThat(CommittedReader.header(letter, "dead-letter-body"))
                                .isEqualTo("refused-by-broker");
                    });
            assertThat(read(broker, "articles.enriched", 2))
                    .extracting(each -> new String(each.key(), StandardCharsets.UTF_8))
                    .containsExactlyInAnyOrder("urn:a", "urn:b");
            stream.stop();
        }
    }

    @Test
    void theSameInputTwiceGivesTheSameBytes() {
        try (InJvmBroker broker = InJvmBroker.start()) {
            EnrichStream stream = TestStreams.start(broker.bootstrapServers(), Map.of(), english());
            String article = Sender.article("urn:a", "1", "The bridge opened \uD83C\uDF89 on Tuesday.");
            try (Sender sender = new Sender(broker.bootstrapServers(), "articles")) {
                sender.send("urn:a", article);
                sender.send("urn:a", article);
            }

            List<ConsumerRecord<byte[], byte[]>> both = read(broker, "articles.enriched", 2);

            assertThat(both.get(0).value()).isEqualTo(both.get(1).value());
            assertThat(CommittedReader.header(both.get(0), "ce_id"))
                    .isEqualTo(CommittedReader.header(both.get(1), "ce_id"));
            assertThat(Instant.parse(CommittedReader.header(both.get(0), "ce_enrichedat")))
                    .as("the one header that may differ")
                    .isAfter(Instant.EPOCH);
            stream.stop();
        }
    }

    @Test
    void aRouteTakesWhatMeetsItsConditionInTheSameTransaction() {
        Map<String, String> settings = Map.of(
                "dateline.routes.english.topic", "desk.english",
                "dateline.routes.english.languages", "en",
                "dateline.routes.french.topic", "desk.french",
                "dateline.routes.french.languages", "fr");
        try (InJvmBroker broker = InJvmBroker.start()) {
            EnrichStream stream = TestStreams.start(broker.bootstrapServers(), settings, english());
            try (Sender sender = new Sender(broker.bootstrapServers(), "articles")) {
                sender.send("urn:a", Sender.article("urn:a", "1", "The bridge opened."));
            }

            assertThat(read(broker, "desk.english", 1).get(0).value())
                    .isEqualTo(read(broker, "articles.enriched", 1).get(0).value());
            try (CommittedReader french = new CommittedReader(broker.bootstrapServers(), "desk.french")) {
                assertThat(french.look()).isEmpty();
            }
            stream.stop();
        }
    }

    @Test
    void aTombstoneRecallsTheArticle() throws IOException {
        try (InJvmBroker broker = InJvmBroker.start()) {
            EnrichStream stream = TestStreams.start(broker.bootstrapServers(), Map.of());
            try (Sender sender = new Sender(broker.bootstrapServers(), "articles")) {
                sender.send("urn:a", Sender.article("urn:a", "1", "The bridge opened."));
                sender.send("urn:a".getBytes(StandardCharsets.UTF_8), null, "kill");
            }

            JsonNode recalled =
                    JSON.readTree(read(broker, "articles.enriched", 2).get(1).value());

            assertThat(recalled.get("pubStatus").asText()).isEqualTo("canceled");
            assertThat(recalled.has("text")).isFalse();
            stream.stop();
        }
    }

    @Test
    void withoutARequiredStageTheArticleIsDeadLettered() {
        Enricher broken = TestStreams.enricher("needed", soFar -> {
            throw new IllegalStateException("no model");
        });
        try (InJvmBroker broker = InJvmBroker.start()) {
            EnrichStream stream =
                    TestStreams.start(broker.bootstrapServers(), Map.of("test.required", "needed"), broken);
            try (Sender sender = new Sender(broker.bootstrapServers(), "articles")) {
                sender.send("urn:a", Sender.article("urn:a", "1", "The bridge opened."));
            }

            ConsumerRecord<byte[], byte[]> letter =
                    read(broker, "articles.deadletter", 1).get(0);

            assertThat(CommittedReader.header(letter, "dead-letter-code")).isEqualTo("ENRICHMENT_FAILED");
            assertThat(CommittedReader.header(letter, "dead-letter-topic")).isEqualTo("articles");
            assertThat(CommittedReader.header(letter, "dead-letter-offset")).isEqualTo("0");
            stream.stop();
        }
    }

    @Test
    void stoppingCommitsTheBatchUnderWayAndLeavesTheRest() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        try (InJvmBroker broker = InJvmBroker.start()) {
            EnrichStream stream = TestStreams.start(
                    broker.bootstrapServers(), Map.of(), TestStreams.slow(Duration.ofMillis(5), begun));
            send(broker, 500);
            Awaitility.await().atMost(SOON).until(() -> begun.get() > 50);
            stream.stop();
            int begunWhenStopped = begun.get();
            try (CommittedReader reader = new CommittedReader(broker.bootstrapServers(), "articles.enriched")) {
                assertThat(reader.readUntil(seen -> seen.size() >= begunWhenStopped, SOON, AFTER))
                        .as("all that was begun is committed, nothing is begun later")
                        .hasSize(begunWhenStopped);
            }
            EnrichStream next = TestStreams.start(broker.bootstrapServers(), Map.of());
            eachOnce(read(broker, "articles.enriched", 500), 500);
            next.stop();
        }
    }

    private static Map<String, String> named(Map<String, String> settings, String instance) {
        Map<String, String> named = new HashMap<>(settings);
        named.put("dateline.stream.instance", instance);
        return named;
    }

    private static Enricher english() {
        Stage stage = new Stage("language", "test", "1");
        return TestStreams.enricher("language", soFar -> Findings.NONE.withLanguage(new Language("en", 1, stage)));
    }

    private static void send(InJvmBroker broker, int articles) {
        try (Sender sender = new Sender(broker.bootstrapServers(), "articles")) {
            for (int i = 0; i < articles; i++) {
                sender.send("urn:" + i, Sender.article("urn:" + i, "1", "The bridge opened."));
            }
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(InJvmBroker broker, String topic, int count) {
        try (CommittedReader reader = new CommittedReader(broker.bootstrapServers(), topic)) {
            return reader.readUntil(seen -> seen.size() >= count, SOON, AFTER);
        }
    }

    private static void eachOnce(List<ConsumerRecord<byte[], byte[]>> published, int count) throws IOException {
        assertThat(published)
                .extracting(each -> new String(each.key(), StandardCharsets.UTF_8))
                .doesNotHaveDuplicates()
                .hasSize(count);
        for (ConsumerRecord<byte[], byte[]> each : published) {
            assertThat(JSON.readTree(each.value()).get("text").asText()).contains("The bridge opened.");
        }
    }
}
