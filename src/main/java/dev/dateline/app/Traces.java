package dev.dateline.app;

import dev.dateline.stream.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tracing, if it is on. */
final class Traces {
    Traces() {}

    /** A disabled SDK still makes up ids; nobody could look them up. */
    @Produces
    @Singleton
    static Tracing tracing(
            OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        return disabled ? Tracing.off() : new Tracing(telemetry);
    }
}
