package dev.dateline.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/** A gauge for each partition held here, and none for those that went to others: a sum over instances is the lag. */
public final class LagGauges {
    private final MeterRegistry registry;
    private final Map<TopicPartition, Gauge> gauges = new ConcurrentHashMap<>();
    private volatile Function<TopicPartition, Optional<Long>> lags = partition -> Optional.empty();

    LagGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Where to look up the committed lag of a partition; empty while it is not known. */
    public void lagsFrom(Function<TopicPartition, Optional<Long>> lookUp) {
        lags = lookUp;
    }

    void assigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            gauges.computeIfAbsent(
                    partition,
                    each -> Gauge.builder(
                                    Meters.LAG.id(),
                                    () -> lags.apply(each)
                                            .map(Long::doubleValue)
                                            .orElse(Double.NaN))
                            .description(Meters.LAG.description())
                            .tags("topic", each.topic(), "partition", Integer.toString(each.partition()))
                            .register(registry));
        }
    }

    void revoked(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Gauge gauge = gauges.remove(partition);
            if (gauge != null) {
                registry.remove(gauge);
            }
        }
    }
}
