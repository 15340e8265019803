package dev.dateline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.broker.InJvmBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** A verifier that finds nothing proves nothing: here each fault that it knows has been made by hand. */
class VerifierIT {
    private static final List<Sent> SENT = List.of(
            new Sent("good-1", "urn:a", 1, "", ""),
            new Sent("good-2", "urn:a", 2, "", ""),
            new Sent("good-3", "urn:b", 1, "", ""),
            new Sent("good-4", "urn:c", 1, "", ""),
            new Sent("bad-1", "urn:d", 1, "NOT_JSON", Sent.sha256(bytes("{"))),
            new Sent("bad-2", "urn:e", 1, "NO_URI", Sent.sha256(bytes("{}"))));

    @Test
    void itFindsNothingWhereAllIsWell() {
        try (InJvmBroker broker = broker();
                KafkaProducer<String, String> producer = producer(broker)) {
            send(producer, "articles.enriched", "urn:a", article("urn:a", 1));
            send(producer, "articles.enriched", "urn:b", article("urn:b", 1));
            send(producer, "articles.enriched", "urn:a", article("urn:a", 2));
            send(producer, "articles.enriched", "urn:c", article("urn:c", 1));
            letter(producer, "urn:d", "{", "bad-1", "NOT_JSON");
            letter(producer, "urn:e", "{}", "bad-2", "NO_URI");
            producer.flush();

            assertThat(verdict(broker).examples()).isEmpty();
        }
    }

    @Test
    void itFindsWhatIsLostDoubledOutOfOrderOrWrong() {
        try (InJvmBroker broker = broker();
                KafkaProducer<String, String> producer = producer(broker)) {
            send(producer, "articles.enriched", "urn:a", article("urn:a", 2));
            send(producer, "articles.enriched", "urn:a", article("urn:a", 1));
            send(producer, "articles.enriched", "urn:b", article("urn:b", 1));
            send(producer, "articles.enriched", "urn:b", article("urn:b", 1));
            send(producer, "articles.enriched", "urn:x", article("urn:x", 1));
            send(producer, "entities", "urn:e", "{\"articleUri\":\"urn:a\"}");
            letter(producer, "urn:d", "{", "bad-1", "NOT_UTF8");
            letter(producer, "urn:e", "{ }", "bad-2", "NO_URI");
            producer.flush();

            assertThat(verdict(broker).counts())
                    .containsEntry(Verdict.LOST, 1)
                    .as("urn:b, and an entity that its article does not have")
                    .containsEntry(Verdict.DUPLICATED, 2)
                    .containsEntry(Verdict.OUT_OF_ORDER, 1)
                    .as("an article that nobody sent, a code, and bytes")
                    .containsEntry(Verdict.WRONG, 3);
        }
    }

    private static InJvmBroker broker() {
        InJvmBroker broker = InJvmBroker.start();
        broker.createTopics(1, "articles.enriched", "articles.deadletter", "entities", "topics", "quotes");
        return broker;
    }

    private static Verdict verdict(InJvmBroker broker) {
        Verdict verdict = new Verdict();
        new OutputCheck(SENT, verdict).check(broker.bootstrapServers(), Duration.ofSeconds(2), Duration.ZERO);
        return verdict;
    }

    private static KafkaProducer<String, String> producer(InJvmBroker broker) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer());
    }

    private static String article(String uri, int version) {
        return "{\"uri\":\"%s\",\"version\":\"%d\",\"entities\":[],\"topics\":[],\"annotations\":[]}"
                .formatted(uri, version);
    }

    private static void letter(
            KafkaProducer<String, String> producer, String key, String value, String id, String code) {
        ProducerRecord<String, String> letter = new ProducerRecord<>("articles.deadletter", key, value);
        letter.headers().add("test-id", bytes(id)).add("dead-letter-code", bytes(code));
        producer.send(letter);
    }

    private static void send(KafkaProducer<String, String> producer, String topic, String key, String value) {
        producer.send(new ProducerRecord<>(topic, key, value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
