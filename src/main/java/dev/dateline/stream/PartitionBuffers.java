package dev.dateline.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Records polled but not yet enriched, a queue for each partition. A Kafka consumer drains one fetched partition before
 * it turns to the next, so in a backlog the others starve for minutes; batches taken round-robin from here are fair.
 * Bounded by bytes: a partition that holds its share, or a batch, is paused until it is below. Confined to the loop's
 * thread.
 */
final class PartitionBuffers {
    private final long maxBytes;
    private final int batch;
    /** In the order in which partitions take their turn. */
    private final Map<TopicPartition, Queue> queues = new LinkedHashMap<>();

    /** @param batch records that one partition need hold at most */
    PartitionBuffers(long maxBytes, int batch) {
        this.maxBytes = maxBytes;
        this.batch = batch;
    }

    void add(ConsumerRecord<byte[], byte[]> polled) {
        queues.computeIfAbsent(new TopicPartition(polled.topic(), polled.partition()), partition -> new Queue())
                .add(polled);
    }

    /**
     * Takes a batch, one record of each partition in turn: all there are, at most {@code maxRecords}. Within a partition
     * the order is kept.
     *
     * @param alone which records must be the only one of their batch
     */
    List<ConsumerRecord<byte[], byte[]>> take(int maxRecords, Predicate<ConsumerRecord<byte[], byte[]>> alone) {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        boolean lonely = false;
        while (!lonely && batch.size() < maxRecords && !queues.isEmpty()) {
            Map.Entry<TopicPartition, Queue> turn = queues.entrySet().iterator().next();
            TopicPartition partition = turn.getKey();
            Queue queue = turn.getValue();
            lonely = alone.test(queue.records.element());
            if (lonely && !batch.isEmpty()) {
                return batch;
            }
            batch.add(queue.take());
            queues.remove(partition);
            if (!queue.records.isEmpty()) {
                queues.put(partition, queue);
            }
        }
        return batch;
    }

    /** The offset that comes next, if it is buffered. */
    OptionalLong nextOffset(TopicPartition partition) {
        Queue queue = queues.get(partition);
        return queue == null
                ? OptionalLong.empty()
                : OptionalLong.of(queue.records.element().offset());
    }

    /** How many have something buffered. */
    int partitions() {
        return queues.size();
    }

    boolean isEmpty() {
        return queues.isEmpty();
    }

    long bytes() {
        return queues.values().stream().mapToLong(queue -> queue.bytes).sum();
    }

    /** The partitions that must not be fetched for now: those that hold their share, or all if it is full. */
    Set<TopicPartition> full(Set<TopicPartition> assigned) {
        if (bytes() >= maxBytes) {
            return assigned;
        }
        long share = maxBytes / Math.max(1, assigned.size());
        Set<TopicPartition> full = new HashSet<>();
        queues.forEach((partition, queue) -> {
            if (queue.bytes >= share || queue.records.size() >= batch) {
                full.add(partition);
            }
        });
        return full;
    }

    void drop(Collection<TopicPartition> revoked) {
        queues.keySet().removeAll(revoked);
    }

    void clear() {
        queues.clear();
    }

    /** Key, value and headers; the constant stands for the record itself. */
    static long size(ConsumerRecord<byte[], byte[]> polled) {
        long headers = 0;
        for (Header header : polled.headers()) {
            headers += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return 64 + Math.max(0, polled.serializedKeySize()) + Math.max(0, polled.serializedValueSize()) + headers;
    }

    private static final class Queue {
        private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
        private long bytes;

        void add(ConsumerRecord<byte[], byte[]> polled) {
            records.add(polled);
            bytes += size(polled);
        }

        ConsumerRecord<byte[], byte[]> take() {
            ConsumerRecord<byte[], byte[]> head = records.remove();
            bytes -= size(head);
            return head;
        }
    }
}
