package dev.dateline.stream;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Inputs whose outputs the broker refused, with how often it did: they are not enriched again, but dead-lettered in an
 * ever smaller form until the broker takes it. Written by the loop's thread, read by the workers.
 */
final class Refusals {
    private final Map<Coordinates, Refusal> refusals = new ConcurrentHashMap<>();

    void add(Map<Coordinates, Exception> refused) {
        refused.forEach((input, cause) -> refusals.merge(
                input, new Refusal(cause, 1), (earlier, now) -> new Refusal(cause, earlier.times() + 1)));
    }

    Optional<Refusal> of(Coordinates input) {
        return Optional.ofNullable(refusals.get(input));
    }

    void settled(Coordinates input) {
        refusals.remove(input);
    }

    /** Another instance will find out for itself. */
    void drop(Collection<TopicPartition> revoked) {
        refusals.keySet().removeIf(input -> revoked.contains(new TopicPartition(input.topic(), input.partition())));
    }

    /** @param times 1: the enriched article; 2: the dead letter too; 3: even without its body */
    record Refusal(Exception cause, int times) {}
}
