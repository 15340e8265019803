package dev.dateline.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What comes of one consumer: polled, buffered fairly, handed out one by one. Confined to the loop's thread. */
final class Intake implements AutoCloseable {
    private static final int MOST_POLLS = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final PartitionBuffers buffers;
    private ConsumerGroupMetadata group;

    /**
     * @param maxBytes what may be buffered in all
     * @param enough records that one partition need hold at most
     */
    Intake(Consumer<byte[], byte[]> consumer, long maxBytes, int enough) {
        this.consumer = consumer;
        this.buffers = new PartitionBuffers(maxBytes, enough);
        this.group = consumer.groupMetadata();
    }

    /** To be measured. */
    Consumer<byte[], byte[]> consumer() {
        return consumer;
    }

    void subscribe(String topic, ConsumerRebalanceListener rebalances) {
        consumer.subscribe(List.of(topic), rebalances);
    }

    /**
     * Polls until each partition has something buffered, or nothing more is at hand: the client hands out one fetched
     * partition after the other, and a process that never lived long would never get to the last.
     *
     * @param patience how long to wait for a first record when none is buffered
     */
    void fill(Duration patience) {
        boolean more = true;
        for (int polls = 0; more && polls < MOST_POLLS; polls++) {
            Set<TopicPartition> full = buffers.full(consumer.assignment());
            if (!full.equals(consumer.paused())) {
                consumer.resume(consumer.paused());
                consumer.pause(full);
            }
            more = poll(buffers.isEmpty() ? patience : Duration.ZERO)
                    && buffers.partitions() < consumer.assignment().size();
        }
    }

    private boolean poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(timeout);
        group = consumer.groupMetadata();
        polled.forEach(buffers::add);
        return !polled.isEmpty();
    }

    /** @see PartitionBuffers#next */
    ConsumerRecord<byte[], byte[]> next() {
        return buffers.next();
    }

    /** @see PartitionBuffers#take */
    ConsumerRecord<byte[], byte[]> take() {
        return buffers.take();
    }

    boolean isEmpty() {
        return buffers.isEmpty();
    }

    long bytes() {
        return buffers.bytes();
    }

    /** As it was when last polled: a commit with it is refused if another process was given the partitions since. */
    ConsumerGroupMetadata group() {
        return group;
    }

    /** The next record to take of a partition: past transaction markers, when nothing is buffered. */
    long nextOffset(TopicPartition partition) {
        return buffers.nextOffset(partition).orElseGet(() -> consumer.position(partition));
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
