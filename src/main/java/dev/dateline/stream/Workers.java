package dev.dateline.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The threads that enrich, shared by all lanes: a free one takes the lowest rank first, then first come, first served. */
public final class Workers implements AutoCloseable {
    private final AtomicLong arrivals = new AtomicLong();
    private final ThreadPoolExecutor threads;

    public Workers(int count) {
        AtomicLong number = new AtomicLong();
        threads = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "dateline-worker-" + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs the tasks in parallel and waits for all.
     *
     * @return the results in the order of the tasks
     * @throws IllegalStateException if a task throws: tasks are expected to turn what can go wrong into a result
     */
    <T> List<T> all(int rank, List<Callable<T>> tasks) throws InterruptedException {
        List<Ranked<T>> ranked = new ArrayList<>(tasks.size());
        for (Callable<T> task : tasks) {
            Ranked<T> each = new Ranked<>(rank, arrivals.getAndIncrement(), task);
            ranked.add(each);
            threads.execute(each);
        }
        try {
            List<T> results = new ArrayList<>(ranked.size());
            for (Ranked<T> each : ranked) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a worker's task failed", failed.getCause());
        } finally {
            ranked.forEach(each -> each.cancel(true));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static final class Ranked<T> extends FutureTask<T> implements Comparable<Ranked<?>> {
        private final int rank;
        private final long arrival;

        Ranked(int rank, long arrival, Callable<T> task) {
            super(task);
            this.rank = rank;
            this.arrival = arrival;
        }

        @Override
        public int compareTo(Ranked<?> other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Long.compare(arrival, other.arrival);
        }
    }
}
