package dev.dateline.stream;

import dev.dateline.stream.TransactionalWriter.Refused;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Inputs whose outputs the broker refused, with how often it did: they are not enriched again, but dead-lettered in an
 * ever smaller form until the broker takes it. A refusal in a transaction of several inputs only makes a suspect, to be
 * tried alone. Written by the loop's thread, read by the workers.
 */
final class Refusals {
    private final Map<Coordinates, Refusal> refusals = new ConcurrentHashMap<>();
    private final Set<Coordinates> suspects = new HashSet<>();

    /** Takes in what a failed transaction tells. */
    void add(Refused refused) {
        suspects.add(refused.input());
        if (refused.alone()) {
            refusals.merge(
                    refused.input(),
                    new Refusal(refused.cause(), 1),
                    (earlier, now) -> new Refusal(refused.cause(), earlier.times() + 1));
        }
    }

    /** Whether an input is to be tried alone. */
    boolean suspects(ConsumerRecord<?, ?> input) {
        return !suspects.isEmpty() && suspects.contains(Coordinates.of(input));
    }

    Optional<Refusal> of(Coordinates input) {
        return Optional.ofNullable(refusals.get(input));
    }

    void settled(Coordinates input) {
        refusals.remove(input);
        suspects.remove(input);
    }

    /** Another instance will find out for itself. */
    void drop(Collection<TopicPartition> revoked) {
        Predicate<Coordinates> gone = input -> revoked.contains(new TopicPartition(input.topic(), input.partition()));
        refusals.keySet().removeIf(gone);
        suspects.removeIf(gone);
    }

    /** @param times 1: the enriched article; 2: the dead letter too; 3: even without its body */
    record Refusal(Exception cause, int times) {}
}
