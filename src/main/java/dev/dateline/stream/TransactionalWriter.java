package dev.dateline.stream;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Writes outputs and consumed offsets in one transaction, or neither. After a failure the transaction is aborted; where
 * the producer's state cannot be known, the producer is thrown away, and the next one's {@code initTransactions} fences
 * it and ends what it left open. Confined to the loop's thread.
 */
final class TransactionalWriter implements AutoCloseable {
    private final Supplier<Producer<byte[], byte[]>> factory;
    private final Consumer<Producer<byte[], byte[]>> opened;
    private @Nullable Producer<byte[], byte[]> producer;
    private boolean inTransaction;
    /** Of the failed transaction. Set by the sender's thread. */
    private final AtomicReference<@Nullable Refused> refused = new AtomicReference<>();

    /** @param opened told of every new producer, e.g. to bind its metrics */
    TransactionalWriter(Supplier<Producer<byte[], byte[]>> factory, Consumer<Producer<byte[], byte[]>> opened) {
        this.factory = factory;
        this.opened = opened;
    }

    /** Makes a producer if there is none. Ends any transaction that an earlier holder of the id left open. */
    void open() {
        if (producer == null) {
            Producer<byte[], byte[]> fresh = factory.get();
            try {
                fresh.initTransactions();
            } catch (KafkaException failed) {
                fresh.close(Duration.ZERO);
                throw failed;
            }
            producer = fresh;
            opened.accept(fresh);
        }
    }

    /** @throws KafkaException if nothing was written; then call {@link #abort} and rewind the consumer */
    void write(List<Written> batch, Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        Producer<byte[], byte[]> open = requireNonNull(producer, "open() comes first");
        refused.set(null);
        open.beginTransaction();
        inTransaction = true;
        for (Written written : batch) {
            for (ProducerRecord<byte[], byte[]> output : written.outcome().outputs()) {
                open.send(output, (metadata, failure) -> {
                    if (refuses(failure)) {
                        refused.compareAndSet(null, new Refused(written.input(), failure));
                    }
                });
            }
        }
        open.sendOffsetsToTransaction(offsets, group);
        open.commitTransaction();
        inTransaction = false;
    }

    /** Whether this very record can never be written, whatever is tried. */
    private static boolean refuses(@Nullable Exception failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException;
    }

    /** Ends the transaction of a failed {@link #write}, if one is open. */
    void abort(KafkaException cause) {
        Producer<byte[], byte[]> failed = producer;
        if (failed == null || !inTransaction) {
            return;
        }
        inTransaction = false;
        try {
            if (!(cause instanceof TimeoutException)) {
                failed.abortTransaction();
                return;
            }
        } catch (KafkaException worse) {
            cause.addSuppressed(worse);
        }
        discard();
    }

    /**
     * Takes what the broker refused first in the last {@link #write}. Of several outputs only the first is told: the producer
     * fails all that it has not yet sent with the error of that one, and which of those are innocent nobody can say.
     */
    Optional<Refused> takeRefused() {
        return Optional.ofNullable(refused.getAndSet(null));
    }

    private void discard() {
        inTransaction = false;
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        discard();
    }

    /** An input of which an output was refused. */
    record Refused(Coordinates input, Exception cause) {}

    /** An input and what became of it. */
    record Written(Coordinates input, Outcome outcome) {}
}
