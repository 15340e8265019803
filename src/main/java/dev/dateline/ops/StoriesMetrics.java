package dev.dateline.ops;

import dev.dateline.story.Change;
import dev.dateline.stream.stories.StoriesObserver;
import dev.dateline.wire.UnreadableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.KafkaStreams;
import org.jboss.logging.Logger;

/** Meters of the stories. */
@ApplicationScoped
public class StoriesMetrics implements StoriesObserver {
    private static final Logger LOG = Logger.getLogger(StoriesMetrics.class);

    private static final String UNREADABLE = "unreadable";
    private static final String FAILED = "failed";
    private static final String STALE = "stale";

    private final MeterRegistry registry;
    private final AtomicLong restoring = new AtomicLong();

    StoriesMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void opened(KafkaStreams streams) {
        new KafkaStreamsMetrics(streams).bindTo(registry);
        // From nothing, so that the first one shows as an increase.
        List.of(UNREADABLE, FAILED, STALE).forEach(this::leftOut);
        Gauge.builder(Meters.STORIES_RESTORING.id(), restoring, AtomicLong::get)
                .description(Meters.STORIES_RESTORING.description())
                .register(registry);
    }

    @Override
    public void unreadable(String uri, UnreadableException why) {
        LOG.warnf(why, "Left out of the stories: not an enriched article key=%s", uri);
        leftOut(UNREADABLE).increment();
    }

    @Override
    public void failed(String uri, RuntimeException why) {
        LOG.errorf(why, "Left out of the stories: the desk failed uri=%s", uri);
        leftOut(FAILED).increment();
    }

    @Override
    public void stale() {
        leftOut(STALE).increment();
    }

    private Counter leftOut(String reason) {
        return Meters.STORIES_LEFT_OUT.counter(registry, "reason", reason);
    }

    @Override
    public void assigned(Instant enrichedAt) {
        Duration age = Duration.between(enrichedAt, Instant.now());
        Meters.STORIES_DELAY.timer(registry).record(age.isNegative() ? Duration.ZERO : age);
    }

    @Override
    public void changed(String language, Change.Kind kind) {
        Meters.STORY_CHANGES
                .counter(registry, "language", language, "change", kind.published())
                .increment();
    }

    @Override
    public void restoring(long records) {
        restoring.set(records);
    }
}
