package dev.dateline.stream;

import dev.dateline.enrich.Ladder;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jboss.logging.Logger;

/**
 * Exactly once for one lane: poll, hand out to the workers, and now and then one short transaction with the outputs, dead
 * letters and offsets of what is done, while the workers go on. Whatever fails in between, the transaction is aborted, the
 * consumer goes back to what is committed, and all that was under way is done again; a reader of committed records sees
 * each article's outputs once.
 *
 * <p>The guarantee rests on three rules. A commit goes with the group's metadata as of the last poll, which forgot what
 * was under way of partitions lost till then: after a rebalance that no poll has told of it is refused. After a failure
 * <em>every</em> partition is rewound, since a producer's error does not say which records it lost. And offsets are only
 * ever committed through the producer. Confined to the thread that runs it.
 */
final class EnrichLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(EnrichLoop.class);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private final Lane lane;
    private final int batchMaxArticles;
    private final ArticleProcessor processor;
    private final Tracing tracing;
    private final Ladder ladder;
    private final Gate gate;
    private final Supplier<Intake> intakes;
    private final TransactionalWriter writer;
    private final LoopObserver observer;
    private final Refusals refusals = new Refusals();

    private volatile boolean stopping;
    private volatile boolean abandoned;
    private volatile long turnedAt = System.nanoTime();
    private boolean rewindDue;
    /** Articles that may still pass the gate before it is asked again. */
    private int admitted;

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
        this.tracing = tracing;
        this.ladder = ladder;
        this.gate = gate;
        this.intakes = () -> new Intake(
                clients.consumer(lane),
                new Underway(workers, lane.rank()),
                config.maxBytesInFlight().asLongValue(),
                config.batchMaxArticles());
        this.writer = new TransactionalWriter(
                () -> clients.producer(lane), producer -> observer.producerOpened(lane, producer));
        this.observer = observer;
    }

    /** Finish what is under way, commit it, leave the group. Returns at once; the thread ends when that is done. */
    void stop() {
        stopping = true;
    }

    /** Do not commit what is under way any more: its stages are about to lose their threads. */
    void abandon() {
        abandoned = true;
    }

    /** Transactions that failed since the last one that was committed. */
    int failures() {
        return failures.get();
    }

    /** Since the loop last went round. Client calls may block for a minute in a broker outage: that is not stuck. */
    Duration sinceProgress() {
        return Duration.ofNanos(System.nanoTime() - turnedAt);
    }

    @Override
    public void run() {
        while (!stopping) {
            try (Intake intake = intakes.get()) {
                observer.consumerOpened(lane, intake.consumer());
                intake.subscribe(lane.topic(), new Rebalances(intake));
                rewindDue = false;
                while (!stopping || !(abandoned || intake.underway().isEmpty())) {
                    turn(intake);
                    turnedAt = System.nanoTime();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stopping = true;
            } catch (RuntimeException failed) {
                // A consumer that throws outside a turn's work cannot be trusted any more; a new one starts from what
                // is committed.
                LOG.errorf(failed, "Consumer failed, starting over lane=%s", lane.name());
                writer.close();
                backOff();
            }
        }
        writer.close();
    }

    private void turn(Intake intake) throws InterruptedException {
        Underway underway = intake.underway();
        try {
            writer.open();
            if (rewindDue) {
                intake.rewind();
                rewindDue = false;
            }
            // Smaller after each failure, so that a transaction too slow for its timeout gets through.
            int most = Math.max(1, batchMaxArticles >> Math.min(failures.get(), 10));
            if (!stopping) {
                handOut(intake, most);
            }
            if (underway.isDue(most, !intake.isEmpty())) {
                commit(intake);
                failures.set(0);
            } else if (stopping || !intake.isEmpty()) {
                underway.awaitOne();
            }
            observer.inFlight(lane, intake.bytes());
        } catch (FencedInstanceIdException anotherTookOver) {
            throw anotherTookOver;
        } catch (KafkaException failed) {
            rewindDue = true;
            underway.clear();
            writer.abort();
            writer.takeRefused().ifPresent(refusals::add);
            observer.aborted(lane, failed);
            LOG.warnf("Batch aborted, doing it again lane=%s cause=%s", lane.name(), failed);
            backOff();
        }
    }

    private void handOut(Intake intake, int most) throws InterruptedException {
        Underway underway = intake.underway();
        intake.fill();
        Set<String> skipped = ladder.skipped();
        while (!intake.isEmpty()
                && underway.size() < most
                && underway.mayAdd(intake.next(), refusals::suspects)
                && isAdmitted()) {
            ConsumerRecord<byte[], byte[]> input = intake.take();
            underway.add(input, () -> outcome(input, skipped));
            admitted--;
        }
        Duration wait = intake.behind(System.currentTimeMillis());
        if (ladder.waited(wait, System.nanoTime())) {
            LOG.warnf(
                    "Stages left out because of overload changed lane=%s stages=%s wait=%s",
                    lane.name(), ladder.skipped(), wait);
        }
    }

    private boolean isAdmitted() throws InterruptedException {
        if (admitted == 0) {
            admitted = gate.admits();
        }
        return admitted > 0;
    }

    private void commit(Intake intake) throws InterruptedException {
        List<Finished> batch = intake.underway().take();
        if (abandoned) {
            throw new InterruptedException("past the drain timeout");
        }
        long begun = System.nanoTime();
        Span committing =
                tracing.committing(lane, batch.stream().map(Finished::outcome).toList());
        try {
            writer.write(batch, intake.offsetsAfter(batch), intake.group());
        } catch (KafkaException failed) {
            committing.recordException(failed);
            throw failed;
        } finally {
            committing.end();
        }
        observer.committed(lane, batch.size(), Duration.ofNanos(System.nanoTime() - begun));
        for (Finished finished : batch) {
            refusals.settled(Coordinates.of(finished.input()));
            observer.settled(lane, finished.input(), finished.outcome());
        }
    }

    private Outcome outcome(ConsumerRecord<byte[], byte[]> input, Set<String> skipped) throws InterruptedException {
        Optional<Refusals.Refusal> refusal = refusals.of(Coordinates.of(input));
        return refusal.isPresent()
                ? processor.refused(input, refusal.get().cause(), refusal.get().times())
                : processor.process(input, skipped);
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

    /** Runs inside poll, on the loop's thread, when no transaction is open: what was not committed is just forgotten. */
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
