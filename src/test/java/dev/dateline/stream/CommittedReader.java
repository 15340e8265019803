package dev.dateline.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics as a consumer of committed records sees them; knows nothing of the service. */
public final class CommittedReader implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    public CommittedReader(String bootstrapServers, String... topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Arrays.stream(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Everything seen so far, after another look of at most 200 ms. */
    public List<ConsumerRecord<byte[], byte[]>> look() {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen;
    }

    /** Reads until enough is seen, then on for a while, since what comes twice comes late. */
    List<ConsumerRecord<byte[], byte[]>> readUntil(
            Predicate<List<ConsumerRecord<byte[], byte[]>>> enough, Duration atMost, Duration after) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!enough.test(look())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not there within " + atMost + ", seen " + seen.size() + " records");
            }
        }
        long end = System.nanoTime() + after.toNanos();
        while (System.nanoTime() < end) {
            look();
        }
        return seen;
    }

    static String header(ConsumerRecord<?, ?> found, String name) {
        return StreamSupport.stream(found.headers().headers(name).spliterator(), false)
                .reduce((first, second) -> {
                    throw new AssertionError("header " + name + " stands twice");
                })
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new AssertionError("no header " + name));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
