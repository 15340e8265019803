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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What the workers were given, until it is taken to be committed: a queue for each partition, taken from its head on, so that
 * no offset is committed past an article that is not done. Confined to the loop's thread.
 */
final class Underway {
    /** How long what is done waits for more. */
    private static final Duration GATHERING = Duration.ofMillis(50);
    /** The same, when articles wait besides those under way: for them it is better that transactions are few. */
    private static final Duration GATHERING_BEHIND = Duration.ofMillis(500);

    private final Workers workers;
    private final int rank;
    private final Map<TopicPartition, Deque<Job>> queues = new LinkedHashMap<>();
    /** One for each job that ended. */
    private final Semaphore ended = new Semaphore(0);
    /** When something done was first seen that is not taken yet. */
    private long doneSince = System.nanoTime();

    /** @param rank of the lane, at the workers */
    Underway(Workers workers, int rank) {
        this.workers = workers;
        this.rank = rank;
    }

    void add(ConsumerRecord<byte[], byte[]> input, Callable<Outcome> task) {
        queues.computeIfAbsent(PartitionBuffers.partition(input), partition -> new ArrayDeque<>())
                .add(new Job(input, PartitionBuffers.size(input), workers.submit(rank, task, ended::release)));
    }

    int size() {
        return queues.values().stream().mapToInt(Deque::size).sum();
    }

    boolean isEmpty() {
        return queues.isEmpty();
    }

    /**
     * Whether a record may be added now.
     *
     * @param alone which records must be taken alone
     */
    boolean mayAdd(ConsumerRecord<byte[], byte[]> input, Predicate<ConsumerRecord<byte[], byte[]>> alone) {
        return isEmpty() || !(alone.test(input) || jobs().anyMatch(job -> alone.test(job.input)));
    }

    /** Bytes of the records. */
    long bytes() {
        return jobs().mapToLong(Job::bytes).sum();
    }

    /** Whether a worker has nothing of this to do. */
    boolean leavesWorkersIdle() {
        return jobs().filter(job -> !job.outcome.isDone()).count() < workers.count();
    }

    /** How many can be taken. */
    int finished() {
        return queues.values().stream()
                .mapToInt(queue -> (int)
                        queue.stream().takeWhile(job -> job.outcome.isDone()).count())
                .sum();
    }

    /**
     * Whether to commit what can be taken. A transaction costs as much for one article as for many: with a worker idle there
     * is time for it; else what is done gathers for a while.
     *
     * @param most that may be under way
     * @param moreWait whether there are more than these
     */
    boolean isDue(int most, boolean moreWait) {
        int finished = finished();
        long now = System.nanoTime();
        if (finished == 0) {
            doneSince = now;
            return false;
        }
        return leavesWorkersIdle()
                || finished * 2 >= most
                || now - doneSince >= (moreWait ? GATHERING_BEHIND : GATHERING).toNanos();
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
        doneSince = System.nanoTime();
        return taken;
    }

    /** The offset of a partition that is to be committed next, if it is here. */
    OptionalLong nextOffset(TopicPartition partition) {
        Deque<Job> queue = queues.get(partition);
        return queue == null
                ? OptionalLong.empty()
                : OptionalLong.of(queue.element().input.offset());
    }

    /** Returns when one more is done, or when what is done may have gathered for long enough. */
    void awaitOne() throws InterruptedException {
        if (ended.tryAcquire(GATHERING.toNanos(), TimeUnit.NANOSECONDS)) {
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
    void clear() {
        drop(List.copyOf(queues.keySet()));
    }

    private Stream<Job> jobs() {
        return queues.values().stream().flatMap(Deque::stream);
    }

    private record Job(ConsumerRecord<byte[], byte[]> input, long bytes, Future<Outcome> outcome) {
        Outcome fate() throws InterruptedException {
            try {
                return outcome.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a worker's task failed", failed.getCause());
            }
        }
    }
}
