package dev.dateline.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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

/**
 * What comes of one consumer, until it is taken to be committed: polled, buffered fairly, under way. All of it counts towards
 * the bound, and all of a partition is forgotten when that is lost. Confined to the loop's thread.
 */
final class Intake implements AutoCloseable {
    private static final Duration IDLE_POLL = Duration.ofMillis(250);
    /** While something is under way, which may be done. */
    private static final Duration BUSY_POLL = Duration.ofMillis(5);

    private static final int MOST_POLLS = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final PartitionBuffers buffers;
    private final Underway underway;
    private ConsumerGroupMetadata group;

    /**
     * @param underway where its records go
     * @param maxBytes what may be buffered and under way in all
     * @param enough records that one partition need hold at most
     */
    Intake(Consumer<byte[], byte[]> consumer, Underway underway, long maxBytes, int enough) {
        this.consumer = consumer;
        this.buffers = new PartitionBuffers(maxBytes, enough);
        this.underway = underway;
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
     */
    void fill() {
        Duration patience = underway.isEmpty() ? IDLE_POLL : BUSY_POLL;
        boolean more = true;
        for (int polls = 0; more && polls < MOST_POLLS; polls++) {
            Set<TopicPartition> full = buffers.full(consumer.assignment(), underway.bytes());
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

    /** Whether nothing is left to take. */
    boolean isEmpty() {
        return buffers.isEmpty();
    }

    /**
     * How long an article has been waiting that cannot be taken yet; zero when there is none: one that is old and can be taken
     * may also come from a sender that is late itself.
     */
    Duration behind(long nowMillis) {
        return isEmpty() ? Duration.ZERO : Duration.ofMillis(Math.max(0, nowMillis - next().timestamp()));
    }

    /** What was taken, until it is to be committed. */
    Underway underway() {
        return underway;
    }

    /** Of all that is not yet to be committed. */
    long bytes() {
        return buffers.bytes() + underway.bytes();
    }

    /** As it was when last polled: a commit with it is refused if another process was given the partitions since. */
    ConsumerGroupMetadata group() {
        return group;
    }

    /** What comes next in each partition of a batch: past transaction markers, when nothing is at hand. */
    Map<TopicPartition, OffsetAndMetadata> offsetsAfter(List<Finished> batch) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (Finished finished : batch) {
            offsets.computeIfAbsent(
                    PartitionBuffers.partition(finished.input()), each -> new OffsetAndMetadata(nextOffset(each)));
        }
        return offsets;
    }

    private long nextOffset(TopicPartition partition) {
        return underway.nextOffset(partition)
                .orElseGet(() -> buffers.nextOffset(partition).orElseGet(() -> consumer.position(partition)));
    }

    /** Back to what is committed, on every partition. */
    void rewind() {
        underway.clear();
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
        underway.drop(revoked);
    }

    @Override
    public void close() {
        underway.clear();
        consumer.close();
    }
}
