package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The packaged service under SIGKILL, with 10,000 articles and 500 that can never be enriched. */
class KillsLoseNothingIT {
    private static final int URIS = 5_000;
    private static final int VERSIONS = 2;
    private static final int POISON = 500;
    private static final int KILLS = 4;
    private static final Poison[] KINDS = Poison.values();

    @Test
    void eachGoodArticleComesOutOnceAndEachBadOneIsDeadLetteredOnce() throws IOException {
        try (InJvmBroker broker = InJvmBroker.start()) {
            int port = FreePorts.any();
            Map<String, String> settings = Map.of(
                    "kafka.bootstrap.servers", broker.bootstrapServers(),
                    "dateline.topics.create", "true",
                    // Delivery is what dies here, not meaning: without the encoder the same kills take half the time.
                    "dateline.enrich.without", "topics",
                    "dateline.enrich.entity-doubt", "1",
                    "dateline.stream.instance", "killed");
            ServiceProcess service =
                    ServiceProcess.start("kills", port, settings).awaitReady();
            send(broker.bootstrapServers());
            try (CommittedReader enriched = new CommittedReader(broker.bootstrapServers(), "articles.enriched")) {
                for (int kill = 1; kill <= KILLS; kill++) {
                    int count = URIS * VERSIONS * kill / (KILLS + 1);
                    enriched.readUntil(seen -> seen.size() >= count, Duration.ofMinutes(5), Duration.ZERO);
                    service.kill();
                    service = ServiceProcess.start("kills", port, settings);
                }
                List<ConsumerRecord<byte[], byte[]>> published = enriched.readUntil(
                        seen -> seen.size() >= URIS * VERSIONS, Duration.ofMinutes(6), Duration.ofSeconds(5));
                eachVersionOnceAndInOrder(published);
            } finally {
                service.close();
            }
            try (CommittedReader letters = new CommittedReader(broker.bootstrapServers(), "articles.deadletter")) {
                eachPoisonOnceWithItsBytes(
                        letters.readUntil(seen -> seen.size() >= POISON, Duration.ofMinutes(1), Duration.ofSeconds(2)));
            }
        }
    }

    private static void send(String bootstrapServers) {
        try (Sender sender = new Sender(bootstrapServers, "articles")) {
            for (int i = 0; i < URIS * VERSIONS; i++) {
                String uri = "urn:test:" + i % URIS;
                sender.send(utf8(uri), utf8(article(uri, i / URIS + 1)), "good-" + i);
                if (i % (URIS * VERSIONS / POISON) == 0) {
                    int number = i / (URIS * VERSIONS / POISON);
                    Poison kind = KINDS[number % KINDS.length];
                    byte[] key = kind == Poison.NO_VALUE_NO_KEY ? null : utf8("poison");
                    sender.send(key, kind.value(number), "poison-" + number);
                }
            }
        }
    }

    private static String article(String uri, int version) {
        return """
                {"uri": "%s", "version": "%d", "headline": "Mayor Ana Ruiz opens the harbour bridge in Porto Alegre",
                 "body": "The bridge of the Northern Dock Company opened on Tuesday. Ruiz thanked 240 workers (%s)."}
                """.formatted(uri, version, uri);
    }

    private static void eachVersionOnceAndInOrder(List<ConsumerRecord<byte[], byte[]>> published) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, List<String>> versions = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> each : published) {
            JsonNode value = json.readTree(each.value());
            versions.computeIfAbsent(value.get("uri").asText(), uri -> new ArrayList<>())
                    .add(value.get("version").asText());
        }
        assertThat(versions).hasSize(URIS);
        assertThat(versions.values()).allSatisfy(each -> assertThat(each).containsExactly("1", "2"));
    }

    private static void eachPoisonOnceWithItsBytes(List<ConsumerRecord<byte[], byte[]>> letters) {
        assertThat(letters.stream().map(letter -> CommittedReader.header(letter, "test-id")))
                .hasSize(POISON)
                .doesNotHaveDuplicates();
        for (ConsumerRecord<byte[], byte[]> letter : letters) {
            int number =
                    Integer.parseInt(CommittedReader.header(letter, "test-id").substring("poison-".length()));
            Poison kind = KINDS[number % KINDS.length];
            assertThat(CommittedReader.header(letter, "dead-letter-code"))
                    .as("code of %s", kind)
                    .isEqualTo(kind.code.name());
            assertThat(Arrays.equals(letter.value(), kind.value(number)))
                    .as("bytes of %s %d", kind, number)
                    .isTrue();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
