package dev.dateline.app;

import dev.dateline.enrich.Ladder;
import dev.dateline.enrich.Pipeline;
import dev.dateline.ops.StreamMetrics;
import dev.dateline.stream.ArticleProcessor;
import dev.dateline.stream.EnrichStream;
import dev.dateline.stream.KafkaClients;
import dev.dateline.stream.RoutesConfig;
import dev.dateline.stream.StreamConfig;
import dev.dateline.stream.TopicCatalog;
import dev.dateline.stream.TopicsConfig;
import dev.dateline.stream.Tracing;
import dev.dateline.stream.Workers;
import dev.dateline.stream.stories.StoriesConfig;
import dev.dateline.wire.ArticleDecoder;
import dev.dateline.wire.EnrichedEncoder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The role {@code enrich}: builds the stream from the configuration, starts it with the process and drains it at the end. */
@ApplicationScoped
public class EnrichRole {
    private final RolesConfig roles;
    private final Instance<Pipeline> pipeline;
    private final StreamConfig streamConfig;
    private final StoriesConfig storiesConfig;
    private final TopicsConfig topicsConfig;
    private final RoutesConfig routesConfig;
    private final Map<String, Object> kafka;
    private final StreamMetrics streamMetrics;
    private final EnrichedEncoder encoder;
    private final Tracing tracing;
    private final Instance<Ladder> ladder;
    private Optional<CompletableFuture<Pipeline>> loading = Optional.empty();
    private Optional<EnrichStream> stream = Optional.empty();

    EnrichRole(
            RolesConfig roles,
            Instance<Pipeline> pipeline,
            StreamConfig streamConfig,
            StoriesConfig storiesConfig,
            TopicsConfig topicsConfig,
            RoutesConfig routesConfig,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            StreamMetrics streamMetrics,
            EnrichedEncoder encoder,
            Tracing tracing,
            Instance<Ladder> ladder) {
        this.roles = roles;
        this.pipeline = pipeline;
        this.streamConfig = streamConfig;
        this.storiesConfig = storiesConfig;
        this.topicsConfig = topicsConfig;
        this.routesConfig = routesConfig;
        this.kafka = kafka;
        this.streamMetrics = streamMetrics;
        this.encoder = encoder;
        this.tracing = tracing;
        this.ladder = ladder;
    }

    /** Empty when this process does not have the role. */
    public Optional<EnrichStream> stream() {
        return stream;
    }

    /** Threads held by stages that do not heed their deadline. */
    public int overdue() {
        return stream.isPresent() ? pipeline.get().overdue() : 0;
    }

    /** Before all others, who connect to Kafka meanwhile. */
    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (roles.roles().contains(Role.ENRICH)) {
            loading = Optional.of(Enrichers.aside("pipeline", pipeline::get));
        }
    }

    /** After all others, so that none of them waits for the models. A stage that cannot be loaded stops the start. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        if (loading.isEmpty()) {
            return;
        }
        TopicCatalog catalog = new TopicCatalog(topicsConfig, routesConfig.all());
        ArticleProcessor processor = new ArticleProcessor(
                new ArticleDecoder((int) streamConfig.maxArticleBytes().asLongValue()),
                Enrichers.joined(loading.get()),
                encoder,
                catalog.outputs(),
                routesConfig.all(),
                topicsConfig.deadletter(),
                InstantSource.system(),
                tracing);
        int workers = streamConfig.workers().orElse(Runtime.getRuntime().availableProcessors());
        EnrichStream started = new EnrichStream(
                catalog,
                new KafkaClients(kafka, streamConfig),
                streamConfig,
                processor,
                new Workers(workers),
                streamMetrics,
                tracing,
                ladder.get(),
                storiesConfig.group());
        streamMetrics.ladder(ladder.get());
        streamMetrics.lags().lagsFrom(started::lag);
        started.start();
        stream = Optional.of(started);
    }

    void stop(@Observes ShutdownEvent event) {
        stream.ifPresent(EnrichStream::stop);
    }
}
