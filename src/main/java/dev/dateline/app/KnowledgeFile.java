package dev.dateline.app;

import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.ShippedKnowledge;
import dev.dateline.ops.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The knowledge base in use: the shipped one and the operator's file, which a thread looks at now and then. A file that
 * has changed is read aside and takes the place of the old one between two articles; one that cannot be read is reported
 * once, and the old one stays.
 */
@Singleton
class KnowledgeFile implements Supplier<KnowledgeBase> {
    private static final Logger LOG = Logger.getLogger(KnowledgeFile.class);

    private final Optional<Path> file;
    private final Counter taken;
    private final Counter refused;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(KnowledgeFile::daemon);
    private volatile KnowledgeBase inUse;
    private String seen;

    @Inject
    KnowledgeFile(EnrichConfig config, MeterRegistry registry) {
        this(config.knowledgeBase(), config.knowledgeBaseCheck(), registry);
    }

    KnowledgeFile(Optional<Path> file, Duration every, MeterRegistry registry) {
        this.file = file;
        this.taken = reloads(registry, "ok");
        this.refused = reloads(registry, "failed");
        this.seen = stamp();
        try {
            this.inUse = ShippedKnowledge.readWith(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("dateline.enrich.knowledge-base: cannot read it", unreadable);
        }
        Gauge.builder(Meters.KNOWLEDGE_ENTRIES.id(), this, self -> self.inUse.size())
                .description(Meters.KNOWLEDGE_ENTRIES.description())
                .register(registry);
        LOG.infof("Knowledge base ready entries=%d version=%s", inUse.size(), inUse.version());
        if (file.isPresent()) {
            watch.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public KnowledgeBase get() {
        return inUse;
    }

    private static Counter reloads(MeterRegistry registry, String result) {
        return Counter.builder(Meters.KNOWLEDGE_RELOADS.id())
                .description(Meters.KNOWLEDGE_RELOADS.description())
                .tag("result", result)
                .register(registry);
    }

    /** Reads the file if it is another one than last time. */
    void look() {
        String now = stamp();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            inUse = ShippedKnowledge.readWith(file);
            taken.increment();
            LOG.infof("Knowledge base taken up entries=%d version=%s", inUse.size(), inUse.version());
        } catch (IOException | RuntimeException | OutOfMemoryError bad) {
            refused.increment();
            LOG.warnf(bad, "Knowledge base refused, the last good one stays version=%s", inUse.version());
        }
    }

    /** Changes with the file; a mounted one may be a link that changes its aim, hence the key. */
    private String stamp() {
        if (file.isEmpty()) {
            return "";
        }
        try {
            BasicFileAttributes now = Files.readAttributes(file.get(), BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException gone) {
            return "gone";
        }
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "knowledge-base");
        thread.setDaemon(true);
        return thread;
    }
}
