package dev.dateline.enrich;

import dev.dateline.article.Article;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        return new Passage(article, enrichers, skipped, required, observer, overdue)
                .through(stageThreads, stageDeadline);
    }

    @Override
    public void close() {
        stageThreads.shutdownNow();
    }

    /** Told of every stage that ran; called by many threads. */
    public interface Observer {
        void ran(Stage stage, Duration took, Optional<Incomplete.Reason> skipped);

        /** The stage threw; {@link #ran} is told too. */
        void failed(Stage stage, Article article, @Nullable Throwable cause);
    }
}
