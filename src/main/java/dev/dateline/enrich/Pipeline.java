package dev.dateline.enrich;

import static java.util.Objects.requireNonNull;

import dev.dateline.article.Article;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the list of enrichers over one article, in order. A stage that throws, overruns its deadline or claims characters
 * that are not there costs the article that stage's findings and nothing else. Safe for many threads at once.
 */
public final class Pipeline implements AutoCloseable {
    private final List<Enricher> enrichers;
    private final Duration stageDeadline;
    private final Set<String> required;
    private final Observer observer;
    /** Unbounded on purpose: a stage that ignores its interrupt keeps its thread, and the next article needs another. */
    private final ExecutorService stageThreads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "dateline-stage");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicInteger overdue = new AtomicInteger();

    /**
     * @param stageDeadline the time each stage has for one article
     * @param required names of stages without which an article must not go out
     */
    public Pipeline(List<Enricher> enrichers, Duration stageDeadline, Set<String> required, Observer observer) {
        this.enrichers = List.copyOf(enrichers);
        this.stageDeadline = stageDeadline;
        this.required = Set.copyOf(required);
        this.observer = observer;
        List<String> names = stages().stream().map(Stage::name).toList();
        if (Set.copyOf(names).size() != names.size()) {
            throw new IllegalArgumentException("two enrichers share a stage name: " + names);
        }
        if (!names.containsAll(required)) {
            throw new IllegalArgumentException("required stages " + required + " are not all among " + names);
        }
    }

    public List<Stage> stages() {
        return enrichers.stream().map(Enricher::stage).toList();
    }

    /** Stages past their deadline that still hold a thread: above zero for long, something is stuck. */
    public int overdue() {
        return overdue.get();
    }

    /** All stages; see {@link #enrich(Article, Set)}. */
    public Enrichment enrich(Article article) throws RequiredStageException, InterruptedException {
        return enrich(article, Set.of());
    }

    /**
     * Runs the stages.
     *
     * @param skipped names of stages to leave out because of overload
     * @throws RequiredStageException if the findings of a required stage are missing
     * @throws InterruptedException if the calling thread is interrupted, which cancels the stage under way
     */
    public Enrichment enrich(Article article, Set<String> skipped) throws RequiredStageException, InterruptedException {
        Enrichment soFar = Enrichment.of(article);
        for (Enricher enricher : enrichers) {
            Stage stage = enricher.stage();
            long started = System.nanoTime();
            Findings found = skipped.contains(stage.name())
                    ? Findings.skipped(Incomplete.Reason.OVERLOAD)
                    : run(enricher, soFar);
            observer.ran(stage, Duration.ofNanos(System.nanoTime() - started), found.skipped());
            if (found.skipped().isPresent() && required.contains(stage.name())) {
                throw new RequiredStageException(stage, found.skipped().get());
            }
            soFar = soFar.with(stage, found);
        }
        return soFar;
    }

    private Findings run(Enricher enricher, Enrichment soFar) throws InterruptedException {
        Timed task = new Timed(enricher, soFar);
        Future<Findings> future = stageThreads.submit(task::run);
        try {
            Findings found = future.get(stageDeadline.toNanos(), TimeUnit.NANOSECONDS);
            boolean holds = found.annotations().stream()
                    .allMatch(annotation -> annotation.holdsIn(soFar.article().text()));
            return holds ? found : Findings.skipped(Incomplete.Reason.INVALID_FINDINGS);
        } catch (TimeoutException late) {
            task.abandon();
            future.cancel(true);
            return Findings.skipped(Incomplete.Reason.DEADLINE);
        } catch (InterruptedException interrupted) {
            future.cancel(true);
            throw interrupted;
        } catch (ExecutionException failed) {
            observer.failed(enricher.stage(), soFar.article(), failed.getCause());
            return Findings.skipped(Incomplete.Reason.FAILED);
        }
    }

    @Override
    public void close() {
        stageThreads.shutdownNow();
    }

    /** One stage at work on one article; knows whether anybody still waits for it. */
    private final class Timed {
        private final Enricher enricher;
        private final Enrichment soFar;
        private boolean running;
        private boolean abandoned;

        Timed(Enricher enricher, Enrichment soFar) {
            this.enricher = enricher;
            this.soFar = soFar;
        }

        Findings run() {
            if (!begin()) {
                return Findings.NONE;
            }
            try {
                return requireNonNull(enricher.enrich(soFar), "an enricher returns findings, not null");
            } finally {
                end();
            }
        }

        /** False when the deadline passed before a thread was free. */
        private synchronized boolean begin() {
            running = !abandoned;
            return running;
        }

        synchronized void abandon() {
            abandoned = true;
            if (running) {
                overdue.incrementAndGet();
            }
        }

        private synchronized void end() {
            running = false;
            if (abandoned) {
                overdue.decrementAndGet();
            }
        }
    }

    /** Told of every stage that ran; called by many threads. */
    public interface Observer {
        void ran(Stage stage, Duration took, Optional<Incomplete.Reason> skipped);

        /** The stage threw; {@link #ran} is told too. */
        void failed(Stage stage, Article article, @Nullable Throwable cause);
    }
}
