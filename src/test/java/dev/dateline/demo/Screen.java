package dev.dateline.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints a line for each committed result from now on. It reads the partitions without a group, and so leaves nothing behind
 * on somebody's cluster.
 */
final class Screen {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Columns columns = Columns.ofTerminal();
    private final Sent sent;
    private final long startedMillis;
    private final Thread thread = new Thread(this::run, "screen");
    private boolean anyEnriched;

    /** @param startedMillis the time from which the first result is counted, since the epoch */
    Screen(String bootstrapServers, Sent sent, long startedMillis) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.sent = sent;
        this.startedMillis = startedMillis;
    }

    /** Returns when nothing sent from now on can be missed. */
    void start() {
        List<TopicPartition> partitions = List.of(DemoTopics.ENRICHED, DemoTopics.DEAD_LETTERS).stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        System.out.println(columns.title());
        thread.start();
    }

    private void run() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::print);
            }
        } catch (WakeupException closing) {
            // That is how stop() ends it.
        } catch (KafkaException failure) {
            System.err.println("the demo can no longer read: " + failure.getMessage());
        }
    }

    private void print(ConsumerRecord<String, byte[]> found) {
        OptionalLong latency = found.key() == null ? OptionalLong.empty() : sent.arrived(found.key());
        String millis = latency.isPresent() ? String.valueOf(latency.getAsLong()) : "-";
        if (found.topic().equals(DemoTopics.DEAD_LETTERS)) {
            System.out.println(columns.note(
                    "dead letter", header(found, "dead-letter-code") + ": " + header(found, "dead-letter-reason")));
        } else if (found.value() != null) {
            printEnriched(found.value(), millis);
        }
    }

    private void printEnriched(byte[] value, String millis) {
        try {
            System.out.println(EnrichedLine.of(JSON.readTree(value), millis, columns));
        } catch (IOException notJson) {
            System.out.println(columns.note("unreadable", "an enriched record is not JSON"));
        }
        if (!anyEnriched) {
            anyEnriched = true;
            System.out.printf(
                    "first enriched record %.1f s after start%n",
                    (System.currentTimeMillis() - startedMillis) / 1000.0);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null || header.value() == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
    }

    void stop() throws InterruptedException {
        consumer.wakeup();
        thread.join(Duration.ofSeconds(5).toMillis());
    }
}
