package dev.dateline.app;

import dev.dateline.wire.EnrichedEncoder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;

/** How results are written, the same for Kafka and HTTP. */
final class Codec {
    Codec() {}

    @Produces
    @Singleton
    static EnrichedEncoder encoder() {
        return new EnrichedEncoder(URI.create("/dateline"), URI.create("/schemas/"));
    }
}
