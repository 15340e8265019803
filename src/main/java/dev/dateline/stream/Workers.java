package dev.dateline.stream;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The threads that enrich, shared by all lanes: a free one takes the lowest rank first, then first come, first served. */
public final class Workers implements AutoCloseable {
    private final AtomicLong arrivals = new AtomicLong();
    /** When each task began that has not ended. */
    private final Map<Runnable, Long> begun = new ConcurrentHashMap<>();

    private final ThreadPoolExecutor threads;

    public Workers(int count) {
        AtomicLong number = new AtomicLong();
        threads =
                new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "dateline-worker-" + number.getAndIncrement());
                    thread.setDaemon(true);
                    return thread;
                }) {
                    @Override
                    protected void beforeExecute(Thread thread, Runnable task) {
                        begun.put(task, System.nanoTime());
                    }

                    @Override
                    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
                        begun.remove(task);
                    }
                };
    }

    /** For how long the task that began first has been running; zero if none is. */
    Duration longest() {
        long now = System.nanoTime();
        return Duration.ofNanos(
                begun.values().stream().mapToLong(at -> now - at).max().orElse(0));
    }

    /** How many they are. */
    int count() {
        return threads.getCorePoolSize();
    }

    /**
     * Runs a task as soon as a thread is free for its rank.
     *
     * @param ended told on the thread that ends it
     */
    <T> Future<T> submit(int rank, Callable<T> task, Runnable ended) {
        Ranked<T> ranked = new Ranked<>(rank, arrivals.getAndIncrement(), task, ended);
        threads.execute(ranked);
        return ranked;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static final class Ranked<T> extends FutureTask<T> implements Comparable<Ranked<?>> {
        private final int rank;
        private final long arrival;
        private final Runnable ended;

        Ranked(int rank, long arrival, Callable<T> task, Runnable ended) {
            super(task);
            this.rank = rank;
            this.arrival = arrival;
            this.ended = ended;
        }

        @Override
        protected void done() {
            ended.run();
        }

        @Override
        public int compareTo(Ranked<?> other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Long.compare(arrival, other.arrival);
        }
    }
}
