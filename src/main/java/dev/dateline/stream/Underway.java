package dev.dateline.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What the workers were given, until it is taken to be committed: a queue for each partition, taken from its head on, so that
 * no offset is committed past an article that is not done. Confined to the loop's thread.
 */
final class Underway implements AutoCloseable {
    private final Workers workers;
    private final int rank;
    private final Map<TopicPartition, Deque<Job>> queues = new LinkedHashMap<>();
    /** One for each job that ended. */
    private final Semaphore ended = new Semaphore(0);

    /** @param rank of the lane, at the workers */
    Underway(Workers workers, int rank) {
        this.workers = workers;
        this.rank = rank;
    }

    void add(ConsumerRecord<byte[], byte[]> input, Callable<Outcome> task) {
        queues.computeIfAbsent(partition(input), partition -> new ArrayDeque<>())
                .add(new Job(input, workers.submit(rank, task, ended::release)));
    }

    int size() {
        return queues.values().stream().mapToInt(Deque::size).sum();
    }

    boolean isEmpty() {
        return queues.isEmpty();
    }

    boolean holds(Predicate<ConsumerRecord<byte[], byte[]>> which) {
        return queues.values().stream().flatMap(Deque::stream).anyMatch(job -> which.test(job.input));
    }

    /** Bytes of the records. */
    long bytes() {
        return queues.values().stream()
                .flatMap(Deque::stream)
                .mapToLong(job -> PartitionBuffers.size(job.input))
                .sum();
    }

    /** Whether a worker has nothing of this to do. */
    boolean leavesWorkersIdle() {
        return queues.values().stream()
                        .flatMap(Deque::stream)
                        .filter(job -> !job.outcome.isDone())
                        .count()
                < workers.count();
    }

    /** How many can be taken. */
    int finished() {
        return queues.values().stream()
                .mapToInt(queue -> (int)
                        queue.stream().takeWhile(job -> job.outcome.isDone()).count())
                .sum();
    }

    /**
     * Takes what is done and behind nothing that is not.
     *
     * @throws IllegalStateException if a task threw: tasks are expected to turn what can go wrong into an outcome
     */
    List<Finished> take() throws InterruptedException {
        List<Finished> taken = new ArrayList<>();
        for (Deque<Job> queue : queues.values()) {
            while (!queue.isEmpty() && queue.element().outcome.isDone()) {
                Job job = queue.remove();
                taken.add(new Finished(job.input, job.fate()));
            }
        }
        queues.values().removeIf(Deque::isEmpty);
        return taken;
    }

    /** The offset of a partition that is to be committed next, if it is here. */
    OptionalLong nextOffset(TopicPartition partition) {
        Deque<Job> queue = queues.get(partition);
        return queue == null
                ? OptionalLong.empty()
                : OptionalLong.of(queue.element().input.offset());
    }

    /** Returns when one more is done, or after some time. */
    void awaitOne(Duration longest) throws InterruptedException {
        if (ended.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            ended.drainPermits();
        }
    }

    /** Ends the work on partitions that another process holds by now, and forgets it. */
    void drop(Collection<TopicPartition> revoked) {
        queues.forEach((partition, queue) -> {
            if (revoked.contains(partition)) {
                queue.forEach(job -> job.outcome.cancel(true));
            }
        });
        queues.keySet().removeAll(revoked);
    }

    /** Ends all work and forgets it. */
    @Override
    public void close() {
        drop(List.copyOf(queues.keySet()));
    }

    static TopicPartition partition(ConsumerRecord<?, ?> input) {
        return new TopicPartition(input.topic(), input.partition());
    }

    private record Job(ConsumerRecord<byte[], byte[]> input, Future<Outcome> outcome) {
        Outcome fate() throws InterruptedException {
            try {
                return outcome.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a worker's task failed", failed.getCause());
            }
        }
    }
}
