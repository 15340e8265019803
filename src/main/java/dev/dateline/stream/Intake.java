package dev.dateline.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What comes of one consumer: polled, buffered fairly, handed out in batches. Confined to the loop's thread. */
final class Intake implements AutoCloseable {
    private static final Duration IDLE_POLL = Duration.ofMillis(250);
    private static final Duration HELD_POLL = Duration.ofMillis(50);
    private static final int MOST_POLLS = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final PartitionBuffers buffers;

    /**
     * @param maxBytes what may be buffered in all
     * @param batch records that one partition need hold at most
     */
    Intake(Consumer<byte[], byte[]> consumer, long maxBytes, int batch) {
        this.consumer = consumer;
        this.buffers = new PartitionBuffers(maxBytes, batch);
    }

    /** To be measured. */
    Consumer<byte[], byte[]> consumer() {
        return consumer;
    }

    void subscribe(String topic, ConsumerRebalanceListener rebalances) {
        consumer.subscribe(List.of(topic), rebalances);
    }

    /** Stays in the group and takes nothing. */
    void hold() {
        consumer.pause(consumer.assignment());
        // Partitions that come just now are not paused yet.
        consumer.poll(HELD_POLL).forEach(buffers::add);
    }

    /**
     * Polls until each partition has something buffered, or nothing more is at hand: the client hands out one fetched
     * partition after the other, and a process that never lived long would never get to the last.
     */
    void fill() {
        boolean more = true;
        for (int polls = 0; more && polls < MOST_POLLS; polls++) {
            Set<TopicPartition> full = buffers.full(consumer.assignment());
            if (!full.equals(consumer.paused())) {
                consumer.resume(consumer.paused());
                consumer.pause(full);
            }
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(buffers.isEmpty() ? IDLE_POLL : Duration.ZERO);
            polled.forEach(buffers::add);
            more = !polled.isEmpty()
                    && buffers.partitions() < consumer.assignment().size();
        }
    }

    /** @see PartitionBuffers#take */
    List<ConsumerRecord<byte[], byte[]>> take(int maxRecords, Predicate<ConsumerRecord<byte[], byte[]>> alone) {
        return buffers.take(maxRecords, alone);
    }

    boolean isEmpty() {
        return buffers.isEmpty();
    }

    long bytes() {
        return buffers.bytes();
    }

    ConsumerGroupMetadata group() {
        return consumer.groupMetadata();
    }

    /** The next record to take of each partition in the batch: past transaction markers, when nothing is buffered. */
    Map<TopicPartition, OffsetAndMetadata> offsetsAfter(List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> input : batch) {
            TopicPartition partition = new TopicPartition(input.topic(), input.partition());
            offsets.computeIfAbsent(
                    partition,
                    each -> new OffsetAndMetadata(buffers.nextOffset(each).orElseGet(() -> consumer.position(each))));
        }
        return offsets;
    }

    /** Back to what is committed, on every partition. */
    void rewind() {
        buffers.clear();
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
        for (TopicPartition partition : assigned) {
            OffsetAndMetadata offset = committed.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
    }

    void drop(Collection<TopicPartition> revoked) {
        buffers.drop(revoked);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
