package dev.dateline.stream;

import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/** Told what a lane's loop does; called on its thread. */
public interface LoopObserver {
    void consumerOpened(Lane lane, Consumer<byte[], byte[]> consumer);

    void producerOpened(Lane lane, Producer<byte[], byte[]> producer);

    /** Once for each consumed record, after its transaction has committed. */
    void settled(Lane lane, ConsumerRecord<byte[], byte[]> input, Outcome outcome);

    /** A transaction has committed: its articles, and the time from begin to commit of the transaction. */
    void committed(Lane lane, int articles, Duration transaction);

    /** A transaction failed, and all that was under way will be done again. */
    void aborted(Lane lane, Exception cause);

    /** Bytes read but not yet committed. */
    void inFlight(Lane lane, long bytes);

    void assigned(Lane lane, Collection<TopicPartition> partitions);

    void revoked(Lane lane, Collection<TopicPartition> partitions);
}
