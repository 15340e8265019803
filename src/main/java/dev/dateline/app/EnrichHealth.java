package dev.dateline.app;

import dev.dateline.stream.EnrichStream;
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
 * Started: models loaded, topics found, loops running. Ready: the broker answers. Live: a loop still goes round; a broker
 * that is away makes the process unready, never dead, since a restart would not bring it back.
 */
@ApplicationScoped
class EnrichHealth {
    /** Each holds a thread that does not heed its interrupt; this many, and only a restart gets them back. */
    private static final int TOO_MANY_OVERDUE = 64;

    private final EnrichRole role;

    EnrichHealth(EnrichRole role) {
        this.role = role;
    }

    @Produces
    @Startup
    HealthCheck started() {
        return check("enrichment started", EnrichStream::started);
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return check(
                "enrichment ready",
                stream -> stream.started() && stream.trouble().isEmpty());
    }

    @Produces
    @Liveness
    HealthCheck live() {
        return check("enrichment live", stream -> !stream.stuck() && role.overdue() < TOO_MANY_OVERDUE);
    }

    private HealthCheck check(String name, Predicate<EnrichStream> up) {
        return () -> {
            HealthCheckResponseBuilder response = HealthCheckResponse.named(name);
            role.stream().flatMap(EnrichStream::trouble).ifPresent(why -> response.withData("trouble", why));
            return response.status(role.stream().map(up::test).orElse(true)).build();
        };
    }
}
