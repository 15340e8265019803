package dev.dateline.console;

import dev.dateline.stream.TopicsConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks dead letters up on their topic, where they stay. Each look opens a consumer of its own: people look seldom. */
@ApplicationScoped
class LetterBox {
    private static final Duration WAIT = Duration.ofSeconds(3);
    /** Records read backwards from the end of each partition; older ones are found by their coordinates. */
    private static final long FURTHEST_BACK = 10_000;

    private final String topic;
    private final Map<String, Object> kafka;

    LetterBox(TopicsConfig topics, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.topic = topics.deadletter();
        this.kafka = Map.copyOf(kafka);
    }

    /** The latest letters that are wanted, newest first. */
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
                        found.add(letter);
                    }
                });
                // Bodies may be large: no more of them at a time than the answer can hold twice over.
                if (found.size() > 2 * limit) {
                    keepNewest(found, limit);
                }
            }
            keepNewest(found, limit);
            return found;
        }
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
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
