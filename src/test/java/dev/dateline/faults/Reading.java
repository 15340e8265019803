package dev.dateline.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Topics from their beginning, as a consumer of committed records sees them, or of all. */
final class Reading implements AutoCloseable {
    private static final int MOST_AT_ONCE = 5_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** @param isolation {@code read_committed} or {@code read_uncommitted} */
    Reading(String bootstrap, String isolation, String... topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation,
                        // Some unpack to 100 MB.
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = new ArrayList<>(Arrays.stream(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what is at hand; returns whether anything was. */
    boolean look(Consumer<ConsumerRecord<byte[], byte[]>> each) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(200));
        boolean any = !polled.isEmpty();
        for (int more = 0; more < MOST_AT_ONCE && !polled.isEmpty(); more++) {
            polled.forEach(each);
            polled = consumer.poll(Duration.ZERO);
        }
        polled.forEach(each);
        return any;
    }

    /**
     * Reads until enough is seen, or nothing new has come for so long; then on for a while: what comes twice comes late. What
     * still comes on an overloaded machine is not lost.
     */
    void read(Consumer<ConsumerRecord<byte[], byte[]>> each, BooleanSupplier enough, Duration within, Duration after) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!enough.getAsBoolean() && System.nanoTime() < deadline) {
            deadline = look(each) ? System.nanoTime() + within.toNanos() : deadline;
        }
        long end = System.nanoTime() + after.toNanos();
        while (System.nanoTime() < end || behind()) {
            look(each);
        }
    }

    private boolean behind() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    /** Where reading has come to, by partition. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
