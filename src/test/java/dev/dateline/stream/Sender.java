package dev.dateline.stream;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts articles on a topic, as any sender would. */
final class Sender implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    Sender(String bootstrapServers, String topic) {
        this.topic = topic;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        8_000_000,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static String article(String uri, String version, String body) {
        return "{\"uri\": \"" + uri + "\", \"version\": \"" + version
                + "\", \"headline\": \"Bridge opens\", \"body\": \"" + body + "\"}";
    }

    void send(String uri, String article) {
        send(uri.getBytes(StandardCharsets.UTF_8), article.getBytes(StandardCharsets.UTF_8), "");
    }

    /** @param testId a header by which the record is known again */
    void send(byte @Nullable [] key, byte @Nullable [] value, String testId) {
        ProducerRecord<byte[], byte[]> input = new ProducerRecord<>(topic, key, value);
        input.headers().add("test-id", testId.getBytes(StandardCharsets.UTF_8));
        producer.send(input, (metadata, failure) -> {
            if (failure != null) {
                failures.add(testId + ": " + failure);
            }
        });
    }

    /** Returns when the broker has all that was sent. */
    @Override
    public void close() {
        producer.close();
        if (!failures.isEmpty()) {
            throw new AssertionError("the broker did not take " + failures);
        }
    }
}
