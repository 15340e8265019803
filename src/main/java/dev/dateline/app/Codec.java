package dev.dateline.app;

import dev.dateline.wire.EnrichedEncoder;
import dev.dateline.wire.StoriesEncoder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;

/** How results are written, the same for Kafka and HTTP. */
final class Codec {
    private static final URI SOURCE = URI.create("/dateline");
    private static final URI SCHEMAS = URI.create("/schemas/");

    Codec() {}

    @Produces
    @Singleton
    static EnrichedEncoder enriched() {
        return new EnrichedEncoder(SOURCE, SCHEMAS);
    }

    @Produces
    @Singleton
    static StoriesEncoder stories() {
        return new StoriesEncoder(SOURCE, SCHEMAS);
    }
}
