package dev.dateline.stream;

import dev.dateline.article.Article;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Ladder;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.Stage;
import dev.dateline.wire.ArticleDecoder;
import dev.dateline.wire.EnrichedEncoder;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The stream as the service builds it, in this JVM, with stages of the test's choice. */
final class TestStreams {
    private TestStreams() {}

    /** @param settings over the defaults, by property name */
    static EnrichStream start(String bootstrapServers, Map<String, String> settings, Enricher... enrichers) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("dateline.topics.create", "true");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(StreamConfig.class)
                .withMapping(TopicsConfig.class)
                .withMapping(RoutesConfig.class)
                .build();
        StreamConfig stream = config.getConfigMapping(StreamConfig.class);
        TopicsConfig topics = config.getConfigMapping(TopicsConfig.class);
        List<Route> routes = config.getConfigMapping(RoutesConfig.class).all();
        TopicCatalog catalog = new TopicCatalog(topics, routes);
        Set<String> required = settings.containsKey("test.required") ? Set.of(settings.get("test.required")) : Set.of();
        EnrichStream started = new EnrichStream(
                catalog,
                new KafkaClients(Map.of("bootstrap.servers", bootstrapServers), stream),
                stream,
                new ArticleProcessor(
                        new ArticleDecoder((int) stream.maxArticleBytes().asLongValue()),
                        new Pipeline(List.of(enrichers), Duration.ofSeconds(2), required, new Unobserved()),
                        new EnrichedEncoder(URI.create("/dateline"), URI.create("/schemas/")),
                        catalog.outputs(),
                        routes,
                        topics.deadletter(),
                        InstantSource.system(),
                        Tracing.off()),
                new Workers(2),
                new Unobserved(),
                Tracing.off(),
                Ladder.none(),
                "dateline-stories");
        started.start();
        Awaitility.await("started").atMost(Duration.ofSeconds(30)).until(started::started);
        return started;
    }

    static Enricher enricher(String name, Function<Enrichment, Findings> finds) {
        Stage stage = new Stage(name, "test", "1");
        return new Enricher() {
            @Override
            public Stage stage() {
                return stage;
            }

            @Override
            public Findings enrich(Enrichment soFar) {
                return finds.apply(soFar);
            }
        };
    }

    /** Takes its time over each article, and notes how many it has begun. */
    static Enricher slow(Duration each, AtomicInteger begun) {
        return enricher("slow", soFar -> {
            begun.incrementAndGet();
            LockSupport.parkNanos(each.toNanos());
            return Findings.NONE;
        });
    }

    private static final class Unobserved implements LoopObserver, Pipeline.Observer {
        @Override
        public void consumerOpened(Lane lane, Consumer<byte[], byte[]> consumer) {}

        @Override
        public void producerOpened(Lane lane, Producer<byte[], byte[]> producer) {}

        @Override
        public void settled(Lane lane, ConsumerRecord<byte[], byte[]> input, Outcome outcome) {}

        @Override
        public void committed(Lane lane, int articles, Duration transaction) {}

        @Override
        public void aborted(Lane lane, Exception cause) {}

        @Override
        public void inFlight(Lane lane, long bytes) {}

        @Override
        public void assigned(Lane lane, Collection<TopicPartition> partitions) {}

        @Override
        public void revoked(Lane lane, Collection<TopicPartition> partitions) {}

        @Override
        public void ran(Stage stage, Duration took, Optional<Incomplete.Reason> skipped) {}

        @Override
        public void failed(Stage stage, Article article, @Nullable Throwable cause) {}
    }
}
