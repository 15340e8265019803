package dev.dateline.stream;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Writes outputs and consumed offsets in one transaction, or neither. Offsets go into it only once every output has been
 * acknowledged with a place in its topic: the producer's own word that it could commit is not enough where the broker refused
 * a batch, which the producer then splits and numbers anew. After a failure the producer is thrown away with all it
 * believes, and the next one's {@code initTransactions} fences it and ends what it left open. Confined to the loop's thread.
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
    void write(List<Finished> batch, Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        Producer<byte[], byte[]> open = requireNonNull(producer, "open() comes first");
        refused.set(null);
        Acknowledgements acknowledgements = new Acknowledgements(batch);
        open.beginTransaction();
        inTransaction = true;
        for (Finished finished : batch) {
            for (ProducerRecord<byte[], byte[]> output : finished.outcome().outputs()) {
                open.send(output, (metadata, failure) -> {
                    if (refuses(failure)) {
                        refused.compareAndSet(
                                null, new Refused(Coordinates.of(finished.input()), failure, batch.size() == 1));
                    }
                    acknowledgements.add(metadata, failure);
                });
            }
        }
        open.flush();
        acknowledgements.mustBeComplete();
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

    /** Ends the transaction of a failed {@link #write}, if one is open: the next {@link #open} does. */
    void abort() {
        if (inTransaction) {
            discard();
        }
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

    /** The answers to a batch's outputs; given by the sender's thread, one each. */
    private static final class Acknowledgements {
        /** Longer than the producer tries. */
        private static final Duration WITHIN = Duration.ofSeconds(60);

        private final CountDownLatch missing;
        private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();

        Acknowledgements(List<Finished> batch) {
            this.missing = new CountDownLatch(batch.stream()
                    .mapToInt(finished -> finished.outcome().outputs().size())
                    .sum());
        }

        void add(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
            if (failure != null) {
                failed.compareAndSet(null, failure);
            } else if (metadata == null || !metadata.hasOffset()) {
                failed.compareAndSet(null, new KafkaException("an output was acknowledged without a place"));
            }
            missing.countDown();
        }

        void mustBeComplete() {
            try {
                if (!missing.await(WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new TimeoutException(missing.getCount() + " outputs were not acknowledged");
                }
            } catch (InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
            Exception failure = failed.get();
            if (failure != null) {
                throw failure instanceof KafkaException known ? known : new KafkaException(failure);
            }
        }
    }

    /**
     * An input of which an output was refused.
     *
     * @param alone whether its outputs were the only ones
     */
    record Refused(Coordinates input, Exception cause, boolean alone) {}
}
