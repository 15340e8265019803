package dev.dateline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the keys of a topic from now on, as a consumer of committed records sees them. */
final class CommittedKeys implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;

    CommittedKeys(String bootstrapServers, String topic) {
        Map<String, Object> settings = new HashMap<>(Rig.client(bootstrapServers));
        settings.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** As soon as there are any; empty after a while. */
    List<byte[]> next() {
        List<byte[]> keys = new ArrayList<>();
        consumer.poll(Duration.ofMillis(500)).forEach(found -> keys.add(found.key()));
        return keys;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
