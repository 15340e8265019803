package dev.dateline.stream;

import dev.dateline.enrich.Ladder;
import dev.dateline.stream.TransactionalWriter.Written;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jboss.logging.Logger;

/**
 * Exactly once for one lane: poll, enrich a batch in parallel with no transaction open, then one short transaction with
 * all outputs, dead letters and offsets. Whatever fails in between, the batch is aborted, the consumer goes back to what
 * is committed, and the batch is done again; a reader of committed records sees each article's outputs once.
 *
 * <p>The guarantee rests on three rules. The group's metadata is taken before the work, so that a commit after a
 * rebalance is refused. After a failure <em>every</em> partition is rewound, since a producer's error does not say which
 * records it lost. And offsets are only ever committed through the producer. Confined to the thread that runs it.
 */
final class EnrichLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(EnrichLoop.class);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private final Lane lane;
    private final int batchMaxArticles;
    private final ArticleProcessor processor;
    private final Workers workers;
    private final Tracing tracing;
    private final Ladder ladder;
    private final Gate gate;
    private final Supplier<Intake> intakes;
    private final TransactionalWriter writer;
    private final LoopObserver observer;
    private final Refusals refusals = new Refusals();

    private volatile boolean stopping;
    private volatile boolean abandoned;
    private volatile long progressNanos = System.nanoTime();
    private boolean rewindDue;
    private final AtomicInteger failures = new AtomicInteger();

    EnrichLoop(
            Lane lane,
            StreamConfig config,
            ArticleProcessor processor,
            Workers workers,
            KafkaClients clients,
            LoopObserver observer,
            Tracing tracing,
            Ladder ladder,
            Gate gate) {
        this.lane = lane;
        this.batchMaxArticles = config.batchMaxArticles();
        this.processor = processor;
        this.workers = workers;
        this.tracing = tracing;
        this.ladder = ladder;
        this.gate = gate;
        this.intakes = () ->
                new Intake(clients.consumer(lane), config.maxBytesInFlight().asLongValue(), config.batchMaxArticles());
        this.writer = new TransactionalWriter(
                () -> clients.producer(lane), producer -> observer.producerOpened(lane, producer));
        this.observer = observer;
    }

    /** Finish the batch under way, commit it, leave the group. Returns at once; the thread ends when that is done. */
    void stop() {
        stopping = true;
    }

    /** Do not commit the batch under way any more: its stages are about to lose their threads. */
    void abandon() {
        abandoned = true;
    }

    /** Batches that failed since the last one that was committed. */
    int failures() {
        return failures.get();
    }

    /** Since the loop last went round. Client calls may block for a minute in a broker outage: that is not stuck. */
    Duration sinceProgress() {
        return Duration.ofNanos(System.nanoTime() - progressNanos);
    }

    @Override
    public void run() {
        while (!stopping) {
            try (Intake intake = intakes.get()) {
                observer.consumerOpened(lane, intake.consumer());
                intake.subscribe(lane.topic(), new Rebalances(intake));
                rewindDue = false;
                while (!stopping) {
                    if (gate.isShut()) {
                        intake.hold();
                    } else {
                        turn(intake);
                    }
                    progressNanos = System.nanoTime();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stopping = true;
            } catch (RuntimeException failed) {
                // A consumer that throws outside a batch cannot be trusted any more; a new one starts from what is
                // committed.
                LOG.errorf(failed, "Consumer failed, starting over lane=%s", lane.name());
                writer.close();
                backOff();
            }
        }
        writer.close();
    }

    private void turn(Intake intake) throws InterruptedException {
        try {
            writer.open();
            if (rewindDue) {
                intake.rewind();
                rewindDue = false;
                observer.inFlight(lane, 0);
            }
            intake.fill();
            // Smaller after each failure, so that a transaction too slow for its timeout gets through.
            List<ConsumerRecord<byte[], byte[]>> batch =
                    intake.take(Math.max(1, batchMaxArticles >> Math.min(failures.get(), 10)), refusals::suspects);
            if (!batch.isEmpty()) {
                settle(intake, batch);
                failures.set(0);
            }
        } catch (FencedInstanceIdException anotherTookOver) {
            throw anotherTookOver;
        } catch (KafkaException failed) {
            rewindDue = true;
            writer.abort();
            writer.takeRefused().ifPresent(refusals::add);
            observer.aborted(lane, failed);
            LOG.warnf("Batch aborted, doing it again lane=%s cause=%s", lane.name(), failed);
            backOff();
        }
    }

    private void settle(Intake intake, List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
        observer.inFlight(
                lane,
                intake.bytes()
                        + batch.stream().mapToLong(PartitionBuffers::size).sum());
        ConsumerGroupMetadata group = intake.group();
        Map<TopicPartition, OffsetAndMetadata> offsets = intake.offsetsAfter(batch);
        Set<String> skipped = skipped(intake, batch);
        List<Callable<Outcome>> tasks = new ArrayList<>(batch.size());
        batch.forEach(input -> tasks.add(() -> outcome(input, skipped)));
        List<Outcome> outcomes = workers.all(lane.rank(), tasks);
        if (abandoned) {
            throw new InterruptedException("past the drain timeout");
        }

        List<Written> written = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            written.add(new Written(Coordinates.of(batch.get(i)), outcomes.get(i)));
        }
        long begun = System.nanoTime();
        Span committing = tracing.committing(lane, outcomes);
        try {
            writer.write(written, offsets, group);
        } catch (KafkaException failed) {
            committing.recordException(failed);
            throw failed;
        } finally {
            committing.end();
        }
        observer.committed(lane, batch.size(), Duration.ofNanos(System.nanoTime() - begun));
        for (int i = 0; i < batch.size(); i++) {
            refusals.settled(written.get(i).input());
            observer.settled(lane, batch.get(i), outcomes.get(i));
        }
        observer.inFlight(lane, intake.bytes());
    }

    /**
     * The stages to leave out. An article that is old counts as waiting only where more are buffered behind it: old ones may
     * also come from a sender that is late itself.
     */
    private Set<String> skipped(Intake intake, List<ConsumerRecord<byte[], byte[]>> batch) {
        long now = System.currentTimeMillis();
        long oldest = batch.stream().mapToLong(ConsumerRecord::timestamp).min().orElse(now);
        Duration wait = intake.isEmpty() ? Duration.ZERO : Duration.ofMillis(Math.max(0, now - oldest));
        if (ladder.waited(wait, System.nanoTime())) {
            LOG.warnf(
                    "Stages left out because of overload changed lane=%s stages=%s wait=%s",
                    lane.name(), ladder.skipped(), wait);
        }
        return ladder.skipped();
    }

    private Outcome outcome(ConsumerRecord<byte[], byte[]> input, Set<String> skipped) throws InterruptedException {
        Optional<Refusals.Refusal> refusal = refusals.of(Coordinates.of(input));
        Outcome outcome = refusal.isPresent()
                ? processor.refused(input, refusal.get().cause(), refusal.get().times())
                : processor.process(input, skipped);
        progressNanos = System.nanoTime();
        return outcome;
    }

    private void backOff() {
        long millis = Math.min(MAX_BACK_OFF.toMillis(), 50L << Math.min(failures.getAndIncrement(), 10));
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** Runs inside poll, on the loop's thread, when no batch is under way: what was not enriched is just forgotten. */
    private final class Rebalances implements ConsumerRebalanceListener {
        private final Intake intake;

        Rebalances(Intake intake) {
            this.intake = intake;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            intake.drop(revoked);
            refusals.drop(revoked);
            observer.revoked(lane, revoked);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            observer.assigned(lane, assigned);
        }
    }
}
