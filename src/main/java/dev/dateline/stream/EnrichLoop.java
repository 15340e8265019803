package dev.dateline.stream;

import dev.dateline.enrich.Ladder;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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
    private static final Duration IDLE = Duration.ofMillis(250);
    /** While something is under way. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    /** How long what is done waits for more. */
    private static final Duration GATHERING = Duration.ofMillis(50);
    /** The same, when articles wait besides those under way: for them it is better that transactions are few. */
    private static final Duration GATHERING_BEHIND = Duration.ofMillis(500);

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
    private volatile long turnedAt = System.nanoTime();
    private boolean rewindDue;
    /** When an article was first seen done that is not yet committed. */
    private long finishedSince;

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
            try (Intake intake = intakes.get();
                    Underway underway = new Underway(workers, lane.rank())) {
                observer.consumerOpened(lane, intake.consumer());
                intake.subscribe(lane.topic(), new Rebalances(intake, underway));
                rewindDue = false;
                while (!stopping || !underway.isEmpty()) {
                    turn(intake, underway);
                    turnedAt = System.nanoTime();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stopping = true;
            } catch (RuntimeException failed) {
                // A consumer that throws outside a transaction cannot be trusted any more; a new one starts from what
                // is
                // committed.
                LOG.errorf(failed, "Consumer failed, starting over lane=%s", lane.name());
                writer.close();
                backOff();
            }
        }
        writer.close();
    }

    private void turn(Intake intake, Underway underway) throws InterruptedException {
        try {
            writer.open();
            if (rewindDue) {
                intake.rewind();
                rewindDue = false;
            }
            // Smaller after each failure, so that a transaction too slow for its timeout gets through.
            int most = Math.max(1, batchMaxArticles >> Math.min(failures.get(), 10));
            if (!stopping) {
                handOut(intake, underway, most);
            }
            if (isDue(intake, underway, most)) {
                commit(intake, underway);
                failures.set(0);
            } else if (stopping || !intake.isEmpty()) {
                underway.awaitOne(GATHERING);
            }
            observer.inFlight(lane, intake.bytes() + underway.bytes());
        } catch (FencedInstanceIdException anotherTookOver) {
            throw anotherTookOver;
        } catch (KafkaException failed) {
            rewindDue = true;
            underway.close();
            writer.abort();
            writer.takeRefused().ifPresent(refusals::add);
            observer.aborted(lane, failed);
            LOG.warnf("Batch aborted, doing it again lane=%s cause=%s", lane.name(), failed);
            backOff();
        }
    }

    private void handOut(Intake intake, Underway underway, int most) throws InterruptedException {
        intake.fill(underway.isEmpty() ? IDLE : BETWEEN_LOOKS);
        if (intake.isEmpty() || isHeldBack(underway, most)) {
            return;
        }
        Set<String> skipped = ladder.skipped();
        while (!intake.isEmpty() && underway.size() < most && mayJoin(underway, intake.next())) {
            ConsumerRecord<byte[], byte[]> input = intake.take();
            underway.add(input, () -> outcome(input, skipped));
        }
        noteWait(intake);
    }

    /** The gate is asked before all that passes it, but not for each: its answer costs two requests to the broker. */
    private boolean isHeldBack(Underway underway, int most) throws InterruptedException {
        return gate != Gate.OPEN && (underway.size() * 2 > most || gate.isShut());
    }

    /** What is suspected is in a transaction of its own. */
    private boolean mayJoin(Underway underway, ConsumerRecord<byte[], byte[]> input) {
        return underway.isEmpty() || !(refusals.suspects(input) || underway.holds(refusals::suspects));
    }

    /**
     * A transaction costs as much for one article as for many. With a worker idle there is time for it; else what is done
     * gathers for a while.
     */
    private boolean isDue(Intake intake, Underway underway, int most) {
        int finished = underway.finished();
        long now = System.nanoTime();
        if (finished == 0) {
            finishedSince = now;
            return false;
        }
        return underway.leavesWorkersIdle()
                || finished * 2 >= most
                || now - finishedSince >= (intake.isEmpty() ? GATHERING : GATHERING_BEHIND).toNanos();
    }

    private void commit(Intake intake, Underway underway) throws InterruptedException {
        if (abandoned) {
            throw new InterruptedException("past the drain timeout");
        }
        List<Finished> batch = underway.take();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (Finished finished : batch) {
            offsets.computeIfAbsent(
                    Underway.partition(finished.input()),
                    partition -> new OffsetAndMetadata(
                            underway.nextOffset(partition).orElseGet(() -> intake.nextOffset(partition))));
        }
        long begun = System.nanoTime();
        Span committing =
                tracing.committing(lane, batch.stream().map(Finished::outcome).toList());
        try {
            writer.write(batch, offsets, intake.group());
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

    /**
     * An article that is old counts as waiting only where it is left behind what is under way: old ones may also come from a
     * sender that is late itself.
     */
    private void noteWait(Intake intake) {
        Duration wait = intake.isEmpty()
                ? Duration.ZERO
                : Duration.ofMillis(
                        Math.max(0, System.currentTimeMillis() - intake.next().timestamp()));
        if (ladder.waited(wait, System.nanoTime())) {
            LOG.warnf(
                    "Stages left out because of overload changed lane=%s stages=%s wait=%s",
                    lane.name(), ladder.skipped(), wait);
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
        private final Underway underway;

        Rebalances(Intake intake, Underway underway) {
            this.intake = intake;
            this.underway = underway;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            intake.drop(revoked);
            underway.drop(revoked);
            refusals.drop(revoked);
            observer.revoked(lane, revoked);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            observer.assigned(lane, assigned);
        }
    }
}
