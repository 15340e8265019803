package dev.dateline.enrich;

import static java.util.Objects.requireNonNull;

import dev.dateline.article.Article;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One article on its way through the stages. They all run on one thread, while the one that asked for it keeps watch: a
 * stage past its deadline is left behind with its thread, and another thread goes on with the next one.
 */
final class Passage {
    private final List<Enricher> enrichers;
    private final Set<String> skipped;
    private final Set<String> required;
    private final Pipeline.Observer observer;
    private final AtomicInteger overdue;

    private Enrichment soFar;
    private int next;
    /** When the stage under way began, or should have. */
    private long began;

    /** What the observer has yet to be told. */
    private final List<Runnable> told = new ArrayList<>();

    private @Nullable RequiredStageException missing;
    private Leg leg;

    /**
     * @param skipped names of stages to leave out because of overload
     * @param required names of stages without which the article must not go out
     * @param overdue counts the stages that are left behind and still run
     */
    Passage(
            Article article,
            List<Enricher> enrichers,
            Set<String> skipped,
            Set<String> required,
            Pipeline.Observer observer,
            AtomicInteger overdue) {
        this.enrichers = enrichers;
        this.skipped = skipped;
        this.required = required;
        this.observer = observer;
        this.overdue = overdue;
        this.soFar = Enrichment.of(article);
        this.leg = new Leg();
    }

    /** Waits for all stages, each until its deadline. */
    synchronized Enrichment through(ExecutorService threads, Duration deadline)
            throws RequiredStageException, InterruptedException {
        began = System.nanoTime();
        Future<?> running = threads.submit(leg::run);
        try {
            while (!over()) {
                long left = deadline.toNanos() - (System.nanoTime() - began);
                if (left > 0) {
                    // At least a millisecond: a wait of 0 would have no end.
                    wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
                } else {
                    leg.leaveBehind();
                    running.cancel(true);
                    leg = new Leg();
                    settle(Findings.skipped(Incomplete.Reason.DEADLINE));
                    running = threads.submit(leg::run);
                }
            }
        } catch (InterruptedException interrupted) {
            leg.leaveBehind();
            running.cancel(true);
            throw interrupted;
        } finally {
            // Told on the thread that asked, whose trace they belong to.
            told.forEach(Runnable::run);
        }
        if (missing != null) {
            throw missing;
        }
        return soFar;
    }

    private boolean over() {
        return missing != null || next == enrichers.size();
    }

    private void settle(Findings found) {
        Stage stage = enrichers.get(next).stage();
        long now = System.nanoTime();
        Duration took = Duration.ofNanos(now - began);
        told.add(() -> observer.ran(stage, took, found.skipped()));
        if (found.skipped().isPresent() && required.contains(stage.name())) {
            missing = new RequiredStageException(stage, found.skipped().get());
        }
        soFar = soFar.with(stage, found);
        next++;
        began = now;
        if (over()) {
            notifyAll();
        }
    }

    /** The stages that one thread runs: all, unless one of them overruns. */
    private final class Leg {
        private Enrichment given = soFar;
        private boolean atWork;
        private boolean leftBehind;

        void run() {
            Enricher enricher = begin();
            while (enricher != null) {
                Findings found = Findings.NONE;
                Throwable failure = null;
                try {
                    found = checked(enricher.enrich(given));
                } catch (Throwable thrown) { // a stack overflow, too, costs the article this stage alone
                    failure = thrown;
                }
                enricher = end(enricher, found, failure);
            }
        }

        private Findings checked(Findings found) {
            requireNonNull(found, "an enricher returns findings, not null");
            for (Annotation annotation : found.annotations()) {
                if (!annotation.holdsIn(given.article().text())) {
                    return Findings.skipped(Incomplete.Reason.INVALID_FINDINGS);
                }
            }
            return found;
        }

        /** The next stage, unless there is none, or the deadline passed before a thread was free. */
        private @Nullable Enricher begin() {
            synchronized (Passage.this) {
                return leftBehind ? null : following();
            }
        }

        /** Hands in what a stage found, unless nobody waits for it any more, and returns the next one. */
        private @Nullable Enricher end(Enricher enricher, Findings found, @Nullable Throwable failure) {
            synchronized (Passage.this) {
                if (leftBehind) {
                    overdue.decrementAndGet();
                    return null;
                }
                if (failure != null) {
                    Article article = given.article();
                    told.add(() -> observer.failed(enricher.stage(), article, failure));
                }
                settle(failure == null ? found : Findings.skipped(Incomplete.Reason.FAILED));
                return following();
            }
        }

        private @Nullable Enricher following() {
            while (!over() && skipped.contains(enrichers.get(next).stage().name())) {
                settle(Findings.skipped(Incomplete.Reason.OVERLOAD));
            }
            given = soFar;
            atWork = !over();
            return over() ? null : enrichers.get(next);
        }

        private void leaveBehind() {
            leftBehind = true;
            if (atWork) {
                overdue.incrementAndGet();
            }
        }
    }
}
