package dev.dateline.stream;

import dev.dateline.enrich.Ladder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The enrichment as a whole: waits for the broker and its topics, then runs a loop for each lane, and keeps an eye on the
 * broker while they run. Start once, stop once.
 */
public final class EnrichStream {
    private static final Logger LOG = Logger.getLogger(EnrichStream.class);
    private static final Duration PROBE_EVERY = Duration.ofSeconds(5);
    /** A rebalance fails a transaction or two; what goes on failing needs someone to look. */
    private static final int FAILURES_TELL = 5;
    /** Backfilled articles that may pass for each look at the stories' backlog, which costs two requests. */
    private static final int PAST_THE_GATE = 16;

    private final TopicCatalog catalog;
    private final KafkaClients clients;
    private final StreamConfig config;
    private final Workers workers;
    private final List<EnrichLoop> loops;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final Thread probe = new Thread(this::watch, "dateline-probe");
    private final LagProbe lagProbe;
    private final StoriesBacklog backlog;

    private volatile Optional<String> trouble = Optional.of("not yet connected");
    private volatile Map<TopicPartition, Long> lags = Map.of();
    private volatile boolean running;
    private volatile boolean stopping;

    /** @param storiesGroup of those who make stories of what is enriched */
    public EnrichStream(
            TopicCatalog catalog,
            KafkaClients clients,
            StreamConfig config,
            ArticleProcessor processor,
            Workers workers,
            LoopObserver observer,
            Tracing tracing,
            Ladder ladder,
            String storiesGroup) {
        this.catalog = catalog;
        this.clients = clients;
        this.config = config;
        this.workers = workers;
        this.backlog = new StoriesBacklog(clients::admin, storiesGroup, config.backfillMostBehind());
        this.loops = catalog.lanes().stream()
                .map(lane -> new EnrichLoop(
                        lane,
                        config,
                        processor,
                        workers,
                        clients,
                        observer,
                        tracing,
                        // Articles that may wait are worth their time.
                        lane.rank() == 0 ? ladder : Ladder.none(),
                        lane.rank() == 0 ? Gate.OPEN : () -> backlog.isFull() ? 0 : PAST_THE_GATE))
                .toList();
        this.lagProbe = new LagProbe(
                catalog.lanes().stream().collect(Collectors.toMap(Lane::topic, clients::group)), PROBE_EVERY);
    }

    public void start() {
        probe.setDaemon(true);
        probe.start();
    }

    /** Whether the topics were found and the loops run. */
    public boolean started() {
        return running;
    }

    /** Why no article can be enriched right now, if so: the broker is away, topics are missing. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Whether a loop has not gone round, or an article held a worker, for longer than any broker outage explains. */
    public boolean stuck() {
        return running
                && (threads.stream().anyMatch(thread -> !thread.isAlive())
                        || workers.longest().compareTo(config.stuckAfter()) > 0
                        || loops.stream().anyMatch(loop -> loop.sinceProgress().compareTo(config.stuckAfter()) > 0));
    }

    /** Records of a partition that are not yet committed, as last seen. */
    public Optional<Long> lag(TopicPartition partition) {
        return Optional.ofNullable(lags.get(partition));
    }

    /** Lets each loop commit what is under way and leave its group, for as long as the drain timeout allows. */
    public void stop() {
        stopping = true;
        probe.interrupt();
        loops.forEach(EnrichLoop::stop);
        long deadline = System.nanoTime() + config.drainTimeout().toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
                if (thread.isAlive()) {
                    // What is not committed is done again by the next holder of the partition.
                    loops.forEach(EnrichLoop::abandon);
                    LOG.warnf("Not drained in time, leaving articles uncommitted thread=%s", thread.getName());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        backlog.close();
    }

    private void watch() {
        while (!stopping) {
            try (Admin admin = clients.admin()) {
                while (!stopping) {
                    trouble = probe(admin);
                    if (trouble.isEmpty() && !running) {
                        startLoops();
                    }
                    Thread.sleep(running ? PROBE_EVERY.toMillis() : 500);
                }
            } catch (InterruptedException stopped) {
                stopping = true;
            } catch (RuntimeException failed) {
                // E.g. no bootstrap server's name can be resolved yet.
                trouble = Optional.of("admin client: " + failed);
                LockSupport.parkNanos(PROBE_EVERY.toNanos());
            }
        }
    }

    private Optional<String> probe(Admin admin) throws InterruptedException {
        try {
            Set<String> missing = running ? Set.of() : catalog.missing(admin, catalog.ofEnrichment());
            if (!missing.isEmpty()) {
                return Optional.of("topics missing: " + missing);
            }
            admin.describeCluster().nodes().get(PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            lags = lags(admin);
            return loops.stream()
                    .filter(loop -> loop.failures() >= FAILURES_TELL)
                    .findFirst()
                    .map(loop -> loop.failures() + " transactions in a row failed, see the log");
        } catch (ExecutionException | TimeoutException | KafkaException unreachable) {
            Throwable cause = unreachable.getCause() == null ? unreachable : unreachable.getCause();
            return Optional.of("broker: " + cause);
        }
    }

    /** Empty where it cannot be told: a gauge is missing, the articles flow. */
    private Map<TopicPartition, Long> lags(Admin admin) throws InterruptedException {
        try {
            return lagProbe.lags(admin);
        } catch (ExecutionException | TimeoutException | KafkaException unknown) {
            LOG.debugf(unknown, "Lag unknown");
            return Map.of();
        }
    }

    private void startLoops() {
        for (EnrichLoop loop : loops) {
            Thread thread = new Thread(loop, "dateline-loop-" + threads.size());
            threads.add(thread);
            thread.start();
        }
        running = true;
    }
}
