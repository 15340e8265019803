package dev.dateline.app;

import dev.dateline.ops.StoriesMetrics;
import dev.dateline.stream.KafkaClients;
import dev.dateline.stream.RoutesConfig;
import dev.dateline.stream.StreamConfig;
import dev.dateline.stream.TopicCatalog;
import dev.dateline.stream.TopicsConfig;
import dev.dateline.stream.Tracing;
import dev.dateline.stream.stories.StoriesConfig;
import dev.dateline.stream.stories.StoriesStreams;
import dev.dateline.stream.stories.StoriesView;
import dev.dateline.wire.StoriesEncoder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The role {@code stories}: builds the topology from the configuration, starts it with the process and closes it at the end. */
@ApplicationScoped
public class StoriesRole {
    private final RolesConfig roles;
    private final StoriesConfig config;
    private final StreamConfig streamConfig;
    private final TopicsConfig topicsConfig;
    private final RoutesConfig routesConfig;
    private final Map<String, Object> kafka;
    private final StoriesEncoder encoder;
    private final StoriesView view;
    private final StoriesMetrics metrics;
    private final Tracing tracing;
    private Optional<StoriesStreams> stories = Optional.empty();

    StoriesRole(
            RolesConfig roles,
            StoriesConfig config,
            StreamConfig streamConfig,
            TopicsConfig topicsConfig,
            RoutesConfig routesConfig,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            StoriesEncoder encoder,
            StoriesView view,
            StoriesMetrics metrics,
            Tracing tracing) {
        this.roles = roles;
        this.config = config;
        this.streamConfig = streamConfig;
        this.topicsConfig = topicsConfig;
        this.routesConfig = routesConfig;
        this.kafka = kafka;
        this.encoder = encoder;
        this.view = view;
        this.metrics = metrics;
        this.tracing = tracing;
    }

    @Produces
    @Singleton
    static StoriesView view(StoriesConfig config, @ConfigProperty(name = "quarkus.http.port") int port) {
        return new StoriesView(config.advertised().orElse("localhost:" + port), config.spread());
    }

    /** Empty when this process does not have the role. */
    Optional<StoriesStreams> stories() {
        return stories;
    }

    void start(@Observes StartupEvent event) {
        if (!roles.roles().contains(Role.STORIES)) {
            return;
        }
        StoriesStreams started = new StoriesStreams(
                new TopicCatalog(topicsConfig, routesConfig.all()),
                kafka,
                config,
                new StoriesStreams.Instance(
                        KafkaClients.instance(streamConfig), streamConfig.staticMembership(), view.here()),
                encoder,
                view,
                metrics,
                tracing);
        started.start();
        stories = Optional.of(started);
    }

    void stop(@Observes ShutdownEvent event) {
        stories.ifPresent(StoriesStreams::stop);
    }
}
