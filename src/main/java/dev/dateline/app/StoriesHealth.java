package dev.dateline.app;

import dev.dateline.stream.stories.StoriesStreams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.function.Predicate;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Started: connected, topics found; restoring the state may take longer than any probe should wait, and is seen in
 * readiness. Ready: articles are taken. Live: Kafka Streams has not given up.
 */
@ApplicationScoped
class StoriesHealth {
    private final StoriesRole role;

    StoriesHealth(StoriesRole role) {
        this.role = role;
    }

    @Produces
    @Startup
    HealthCheck storiesStarted() {
        return check("stories started", StoriesStreams::started);
    }

    @Produces
    @Readiness
    HealthCheck storiesReady() {
        return check("stories ready", stories -> stories.trouble().isEmpty());
    }

    @Produces
    @Liveness
    HealthCheck storiesLive() {
        return check("stories live", stories -> !stories.dead());
    }

    private HealthCheck check(String name, Predicate<StoriesStreams> up) {
        return () -> {
            HealthCheckResponseBuilder response = HealthCheckResponse.named(name);
            role.stories().flatMap(StoriesStreams::trouble).ifPresent(why -> response.withData("trouble", why));
            return response.status(role.stories().map(up::test).orElse(true)).build();
        };
    }
}
