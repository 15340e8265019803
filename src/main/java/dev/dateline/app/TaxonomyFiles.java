package dev.dateline.app;

import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.topics.OwnTaxonomy;
import dev.dateline.enrich.topics.TopicModel;
import dev.dateline.ops.Meters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The operator's taxonomies in use, each a file that is watched; none until they are opened. */
@Singleton
class TaxonomyFiles implements Supplier<List<OwnTaxonomy>> {
    private static final Logger LOG = Logger.getLogger(TaxonomyFiles.class);

    private final Map<String, Path> fileByScheme;
    private final Duration every;
    private final MeterRegistry registry;
    private final List<WatchedFile<OwnTaxonomy>> watched = new ArrayList<>();

    @Inject
    TaxonomyFiles(EnrichConfig config, MeterRegistry registry) {
        this(config.taxonomies(), config.taxonomiesCheck(), registry);
    }

    TaxonomyFiles(Map<String, Path> fileByScheme, Duration every, MeterRegistry registry) {
        this.fileByScheme = new TreeMap<>(fileByScheme);
        this.every = every;
        this.registry = registry;
    }

    /**
     * Reads all of them with the encoder that is to read the articles, before the first article.
     *
     * @throws IllegalArgumentException naming the property, if one cannot be read
     */
    TaxonomyFiles open(Encoder encoder, TopicModel model) {
        fileByScheme.forEach((scheme, file) -> {
            String property = "dateline.enrich.taxonomies." + scheme;
            try {
                WatchedFile<OwnTaxonomy> opened = new WatchedFile<>(
                        property,
                        file,
                        every,
                        () -> read(scheme, file, encoder, model),
                        registry,
                        Meters.TAXONOMY_RELOADS,
                        "scheme",
                        scheme);
                watched.add(opened);
                Gauge.builder(
                                Meters.TAXONOMY_CODES.id(),
                                opened,
                                each -> each.get().size())
                        .description(Meters.TAXONOMY_CODES.description())
                        .tag("scheme", scheme)
                        .register(registry);
            } catch (IOException unreadable) {
                throw new IllegalArgumentException(property + ": " + unreadable.getMessage(), unreadable);
            }
        });
        return this;
    }

    private static OwnTaxonomy read(String scheme, Path file, Encoder encoder, TopicModel model) throws IOException {
        OwnTaxonomy taxonomy = OwnTaxonomy.read(scheme, file, encoder, model);
        LOG.infof(
                "Taxonomy read scheme=%s codes=%d version=%s",
                scheme, taxonomy.size(), taxonomy.stage().version());
        return taxonomy;
    }

    @Override
    public List<OwnTaxonomy> get() {
        return watched.stream().map(WatchedFile::get).toList();
    }

    @PreDestroy
    void stop() {
        watched.forEach(WatchedFile::close);
    }
}
