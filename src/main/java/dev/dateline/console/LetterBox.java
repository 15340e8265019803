package dev.dateline.console;

import dev.dateline.stream.TopicsConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Looks dead letters up on their topic, where they stay. Each look opens a consumer of its own: people look seldom. */
@ApplicationScoped
class LetterBox {
    private static final Duration WAIT = Duration.ofSeconds(3);
    /** Records read backwards from the end of each partition; older ones are found by their coordinates. */
    private static final long FURTHEST_BACK = 10_000;
    /** Of a key and of each header, in bytes, where many letters are held at once. */
    private static final int MOST_LISTED = 1_000;

    private final String topic;
    private final Map<String, Object> kafka;

    LetterBox(TopicsConfig topics, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.topic = topics.deadletter();
        this.kafka = Map.copyOf(kafka);
    }

    /** The latest letters that are wanted, newest first, without their bodies and with only the beginning of what is long. */
    List<ConsumerRecord<byte[], byte[]>> latest(Predicate<ConsumerRecord<byte[], byte[]>> wanted, int limit) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, WAIT).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, WAIT);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, WAIT);
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - FURTHEST_BACK)));
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            long deadline = System.nanoTime() + WAIT.toNanos();
            while (System.nanoTime() < deadline
                    && partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(letter -> {
                    if (wanted.test(letter)) {
                        found.add(shortened(letter));
                    }
                });
                if (found.size() > 2 * limit) {
                    keepNewest(found, limit);
                }
            }
            keepNewest(found, limit);
            return found;
        }
    }

    /** The size of the body is still told. */
    private static ConsumerRecord<byte[], byte[]> shortened(ConsumerRecord<byte[], byte[]> letter) {
        RecordHeaders headers = new RecordHeaders();
        letter.headers().forEach(header -> headers.add(header.key(), shortened(header.value())));
        return new ConsumerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.timestamp(),
                letter.timestampType(),
                letter.serializedKeySize(),
                letter.serializedValueSize(),
                shortened(letter.key()),
                null,
                headers,
                letter.leaderEpoch());
    }

    private static byte @Nullable [] shortened(byte @Nullable [] bytes) {
        return bytes == null || bytes.length <= MOST_LISTED ? bytes : Arrays.copyOf(bytes, MOST_LISTED);
    }

    private static void keepNewest(List<ConsumerRecord<byte[], byte[]>> found, int limit) {
        found.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                .reversed()
                .thenComparing(ConsumerRecord::partition)
                .thenComparing(Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::offset)
                        .reversed()));
        if (found.size() > limit) {
            found.subList(limit, found.size()).clear();
        }
    }

    /** One letter. */
    Optional<ConsumerRecord<byte[], byte[]>> at(int partition, long offset) {
        TopicPartition where = new TopicPartition(topic, partition);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            if (consumer.partitionsFor(topic, WAIT).stream().noneMatch(info -> info.partition() == partition)) {
                return Optional.empty();
            }
            List<TopicPartition> only = List.of(where);
            consumer.assign(only);
            if (offset < consumer.beginningOffsets(only, WAIT).getOrDefault(where, 0L)
                    || offset >= consumer.endOffsets(only, WAIT).getOrDefault(where, 0L)) {
                return Optional.empty();
            }
            consumer.seek(where, offset);
            for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(WAIT)) {
                return letter.offset() == offset ? Optional.of(letter) : Optional.empty();
            }
            return Optional.empty();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dateline-letters");
        // A letter has the size of what could not be taken.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
