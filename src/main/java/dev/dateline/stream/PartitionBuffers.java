package dev.dateline.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Records polled but not yet enriched, a queue for each partition. A Kafka consumer drains one fetched partition before
 * it turns to the next, so in a backlog the others starve for minutes; what is taken round-robin from here is fair.
 * Bounded by bytes: a partition that holds its share, or enough records, is paused until it is below. Confined to the loop's
 * thread.
 */
final class PartitionBuffers {
    private final long maxBytes;
    private final int enough;
    /** In the order in which partitions take their turn. */
    private final Map<TopicPartition, Queue> queues = new LinkedHashMap<>();

    /** @param enough records that one partition need hold at most */
    PartitionBuffers(long maxBytes, int enough) {
        this.maxBytes = maxBytes;
        this.enough = enough;
    }

    void add(ConsumerRecord<byte[], byte[]> polled) {
        queues.computeIfAbsent(partition(polled), partition -> new Queue()).add(polled);
    }

    /** The record whose turn it is: that of the partition that waits longest for its own. */
    ConsumerRecord<byte[], byte[]> next() {
        return queues.values().iterator().next().records.element();
    }

    /** Takes it. Within a partition the order is kept. */
    ConsumerRecord<byte[], byte[]> take() {
        Map.Entry<TopicPartition, Queue> turn = queues.entrySet().iterator().next();
        TopicPartition partition = turn.getKey();
        Queue queue = turn.getValue();
        ConsumerRecord<byte[], byte[]> taken = queue.take();
        queues.remove(partition);
        if (!queue.records.isEmpty()) {
            queues.put(partition, queue);
        }
        return taken;
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

    /**
     * The partitions that must not be fetched for now: those that hold their share, or all if the bytes are spent.
     *
     * @param besides bytes that are held elsewhere
     */
    Set<TopicPartition> full(Set<TopicPartition> assigned, long besides) {
        if (bytes() + besides >= maxBytes) {
            return assigned;
        }
        long share = maxBytes / Math.max(1, assigned.size());
        Set<TopicPartition> full = new HashSet<>();
        queues.forEach((partition, queue) -> {
            if (queue.bytes >= share || queue.records.size() >= enough) {
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

    static TopicPartition partition(ConsumerRecord<?, ?> polled) {
        return new TopicPartition(polled.topic(), polled.partition());
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
