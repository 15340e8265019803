package dev.dateline.app;

import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.KnowledgeReader;
import dev.dateline.enrich.entities.knowledge.ShippedKnowledge;
import dev.dateline.ops.Meters;
import dev.dateline.wire.KnowledgeLine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The knowledge base in use: the shipped one and the operator's file, which is watched. */
@Singleton
class KnowledgeFile implements Supplier<KnowledgeBase> {
    private static final Logger LOG = Logger.getLogger(KnowledgeFile.class);
    private static final String PROPERTY = "dateline.enrich.knowledge-base";

    private final Supplier<KnowledgeBase> inUse;
    private final @Nullable WatchedFile<KnowledgeBase> watched;

    @Inject
    KnowledgeFile(EnrichConfig config, MeterRegistry registry) {
        this(config.knowledgeBase(), config.knowledgeBaseCheck(), registry);
    }

    KnowledgeFile(Optional<Path> file, Duration every, MeterRegistry registry) {
        try {
            if (file.isPresent()) {
                this.watched = new WatchedFile<>(
                        PROPERTY, file.get(), every, () -> read(file), registry, Meters.KNOWLEDGE_RELOADS);
                this.inUse = watched;
            } else {
                KnowledgeBase shipped = read(file);
                this.watched = null;
                this.inUse = () -> shipped;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(PROPERTY + ": cannot read it", unreadable);
        }
        Gauge.builder(Meters.KNOWLEDGE_ENTRIES.id(), this, self -> self.get().size())
                .description(Meters.KNOWLEDGE_ENTRIES.description())
                .register(registry);
    }

    private static KnowledgeBase read(Optional<Path> file) throws IOException {
        KnowledgeReader reader = new KnowledgeReader(KnowledgeLine::cells);
        if (file.isPresent()) {
            reader.add(file.get());
        }
        KnowledgeBase base = ShippedKnowledge.readAfter(reader);
        LOG.infof("Knowledge base read entries=%d version=%s", base.size(), base.version());
        return base;
    }

    @Override
    public KnowledgeBase get() {
        return inUse.get();
    }

    @PreDestroy
    void stop() {
        if (watched != null) {
            watched.close();
        }
    }
}
