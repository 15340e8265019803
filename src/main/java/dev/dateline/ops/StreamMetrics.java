package dev.dateline.ops;

import dev.dateline.enrich.Ladder;
import dev.dateline.stream.Lane;
import dev.dateline.stream.LoopObserver;
import dev.dateline.stream.Outcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/** Meters of the loops. */
@ApplicationScoped
public class StreamMetrics implements LoopObserver {
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> inFlight = new ConcurrentHashMap<>();
    private final Map<String, KafkaClientMetrics> clients = new ConcurrentHashMap<>();
    private final LagGauges lags;
    private final Outlets outlets = new Outlets(InstantSource.system());

    public StreamMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.lags = new LagGauges(registry);
    }

    /** Lag of each partition that this instance holds; the stream looks them up. */
    public LagGauges lags() {
        return lags;
    }

    /** Shows how far the ladder has been climbed. */
    public void ladder(Ladder ladder) {
        Gauge.builder(Meters.LADDER_STEP.id(), ladder, Ladder::step)
                .description(Meters.LADDER_STEP.description())
                .register(registry);
    }

    @Override
    public void consumerOpened(Lane lane, Consumer<byte[], byte[]> consumer) {
        bind(lane.name() + "-consumer", new KafkaClientMetrics(consumer));
        if (lane.rank() == 0 && registry.find(Meters.OUTLETS.id()).gauge() == null) {
            Gauge.builder(Meters.OUTLETS.id(), outlets, Outlets::count)
                    .description(Meters.OUTLETS.description())
                    .register(registry);
        }
    }

    @Override
    public void producerOpened(Lane lane, Producer<byte[], byte[]> producer) {
        bind(lane.name() + "-producer", new KafkaClientMetrics(producer));
    }

    private void bind(String client, KafkaClientMetrics fresh) {
        KafkaClientMetrics old = clients.put(client, fresh);
        if (old != null) {
            old.close();
        }
        fresh.bindTo(registry);
    }

    @Override
    public void settled(Lane lane, ConsumerRecord<byte[], byte[]> input, Outcome outcome) {
        String code = "";
        if (outcome instanceof Outcome.Enriched enriched) {
            Instant now = Instant.now();
            age(lane, "received", Instant.ofEpochMilli(input.timestamp()), now);
            Meters.LANGUAGES
                    .counter(registry, "lane", lane.name(), "language", enriched.language())
                    .increment();
            enriched.subjects()
                    .forEach(subject -> Meters.SUBJECTS
                            .counter(registry, "lane", lane.name(), "subject", subject)
                            .increment());
            if (lane.rank() == 0) {
                // Archives tell nothing of who publishes now.
                enriched.outlet().ifPresent(outlets::heardOf);
            }
            enriched.publishedAt().ifPresent(published -> age(lane, "published", published, now));
        } else if (outcome instanceof Outcome.DeadLettered dead) {
            code = lower(dead.code());
        } else if (outcome instanceof Outcome.Ignored ignored) {
            code = lower(ignored.reason());
        }
        Meters.ARTICLES
                .counter(registry, "lane", lane.name(), "outcome", outcome.fate(), "code", code)
                .increment();
    }

    private void age(Lane lane, String since, Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        Meters.AGE.timer(registry, "lane", lane.name(), "since", since).record(age.isNegative() ? Duration.ZERO : age);
    }

    @Override
    public void committed(Lane lane, int articles, Duration transaction) {
        Meters.BATCH_ARTICLES.summary(registry, "lane", lane.name()).record(articles);
        Meters.TRANSACTION_DURATION.timer(registry, "lane", lane.name()).record(transaction);
    }

    @Override
    public void aborted(Lane lane, Exception cause) {
        Meters.TRANSACTION_ABORTS.counter(registry, "lane", lane.name()).increment();
    }

    @Override
    public void inFlight(Lane lane, long bytes) {
        inFlight.computeIfAbsent(lane.name(), name -> {
                    AtomicLong held = new AtomicLong();
                    Gauge.builder(Meters.BYTES_IN_FLIGHT.id(), held, AtomicLong::get)
                            .description(Meters.BYTES_IN_FLIGHT.description())
                            .tag("lane", name)
                            .register(registry);
                    return held;
                })
                .set(bytes);
    }

    @Override
    public void assigned(Lane lane, Collection<TopicPartition> partitions) {
        Meters.REBALANCES
                .counter(registry, "lane", lane.name(), "change", "assigned")
                .increment();
        lags.assigned(partitions);
    }

    @Override
    public void revoked(Lane lane, Collection<TopicPartition> partitions) {
        Meters.REBALANCES
                .counter(registry, "lane", lane.name(), "change", "revoked")
                .increment();
        lags.revoked(partitions);
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
