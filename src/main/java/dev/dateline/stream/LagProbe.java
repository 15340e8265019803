package dev.dateline.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the broker how far the group's committed offsets are behind. The Kafka client's own {@code records.lag.max} counts
 * from what was fetched, which hides what is read but not yet committed.
 */
final class LagProbe {
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    private final Map<String, String> groups;
    private final Duration timeout;

    /** @param groups the consumer group of each topic */
    LagProbe(Map<String, String> groups, Duration timeout) {
        this.groups = Map.copyOf(groups);
        this.timeout = timeout;
    }

    /** Records between the committed offset, or the beginning where there is none, and the end, by partition. */
    Map<TopicPartition, Long> lags(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> lags = new HashMap<>();
        for (Map.Entry<String, String> group : groups.entrySet()) {
            lags.putAll(lags(admin, group.getKey(), group.getValue()));
        }
        return lags;
    }

    private Map<TopicPartition, Long> lags(Admin admin, String topic, String group)
            throws InterruptedException, ExecutionException, TimeoutException {
        long millis = timeout.toMillis();
        Set<TopicPartition> partitions =
                admin.describeTopics(Set.of(topic)).allTopicNames().get(millis, TimeUnit.MILLISECONDS).values().stream()
                        .flatMap(described -> described.partitions().stream()
                                .map(partition -> new TopicPartition(topic, partition.partition())))
                        .collect(Collectors.toSet());
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(millis, TimeUnit.MILLISECONDS);
        Map<TopicPartition, Long> ends = offsets(admin, partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> beginnings = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> lags = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata at = committed.get(partition);
            long from = at == null ? beginnings.getOrDefault(partition, 0L) : at.offset();
            lags.put(partition, Math.max(0, end - from));
        });
        return lags;
    }

    private Map<TopicPartition, Long> offsets(Admin admin, Set<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> spec)), COMMITTED)
                .all()
                .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }
}
