package dev.dateline.app;

import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Ladder;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.amounts.AmountsEnricher;
import dev.dateline.enrich.dates.DatesEnricher;
import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.entities.EntitiesEnricher;
import dev.dateline.enrich.entities.EntityModel;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.entities.Thoroughness;
import dev.dateline.enrich.language.LanguageEnricher;
import dev.dateline.enrich.quotes.AttributionModel;
import dev.dateline.enrich.quotes.QuotesEnricher;
import dev.dateline.enrich.quotes.ShippedAttributions;
import dev.dateline.enrich.sentences.SentencesEnricher;
import dev.dateline.enrich.topics.TopicEnricher;
import dev.dateline.enrich.topics.TopicModel;
import dev.dateline.ops.Meters;
import dev.dateline.ops.StageMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The one list that says which enrichers there are and in which order they run. */
final class Enrichers {
    private static final Logger LOG = Logger.getLogger(Enrichers.class);

    Enrichers() {}

    /** Built lazily, so that a stage that is switched off loads no model. */
    private static Map<String, Supplier<Enricher>> inOrder(
            EnrichConfig config, Instance<KnowledgeFile> knowledge, Instance<TaxonomyFiles> taxonomies) {
        Map<String, Supplier<Enricher>> list = new LinkedHashMap<>();
        list.put("language", () -> languages(config));
        list.put("sentences", SentencesEnricher::new);
        list.put("entities", () -> {
            CompletableFuture<KnowledgeFile> base = aside("knowledge", knowledge::get);
            Thoroughness thoroughness = new Thoroughness(config.entityPasses(), config.entityDoubt());
            return new EntitiesEnricher(entityModel(config), thoroughness, joined(base));
        });
        list.put("amounts", AmountsEnricher::new);
        list.put("dates", DatesEnricher::new);
        list.put("quotes", () -> new QuotesEnricher(attributionModel()));
        list.put("topics", () -> topics(config, taxonomies.get()));
        return list;
    }

    private static Enricher languages(EnrichConfig config) {
        try {
            return new LanguageEnricher(config.languages());
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("dateline.enrich.languages: " + unknown.getMessage(), unknown);
        }
    }

    private static Enricher topics(EnrichConfig config, TaxonomyFiles taxonomies) {
        if (config.encoder().isEmpty()) {
            return topics(config, Encoder.open(config.encoderTokens()), TopicEnricher.shipped(), taxonomies);
        }
        Path folder = config.encoder().get();
        Encoder encoder;
        TopicModel model;
        try {
            encoder = Encoder.open(folder, config.encoderTokens());
            model = TopicModel.read(folder.resolve("topics.bin"));
            model.mustFit(encoder);
        } catch (IOException | IllegalArgumentException unfit) {
            throw new IllegalArgumentException("dateline.enrich.encoder: " + unfit.getMessage(), unfit);
        }
        return topics(config, encoder, model, taxonomies);
    }

    private static Enricher topics(EnrichConfig config, Encoder encoder, TopicModel model, TaxonomyFiles taxonomies) {
        return new TopicEnricher(encoder, model, config.publishVector(), taxonomies.open(encoder, model));
    }

    private static EntityModel entityModel(EnrichConfig config) {
        try {
            return ShippedModel.readOr(config.entityModel());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("dateline.enrich.entity-model: cannot read the model", unreadable);
        }
    }

    private static AttributionModel attributionModel() {
        try {
            return ShippedAttributions.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the model of quotations cannot be read", unreadable);
        }
    }

    @Produces
    @Singleton
    static Pipeline pipeline(
            EnrichConfig config,
            StageMetrics metrics,
            MeterRegistry registry,
            Instance<KnowledgeFile> knowledge,
            Instance<TaxonomyFiles> taxonomies) {
        Map<String, Supplier<Enricher>> builtIn = inOrder(config, knowledge, taxonomies);
        List<Enricher> extensions = Extensions.in(config.extensions());
        Set<String> without = config.without().orElse(Set.of());
        Set<String> names = new TreeSet<>(builtIn.keySet());
        extensions.forEach(enricher -> names.add(enricher.stage().name()));
        mustKnow("dateline.enrich.without", without, names);
        mustKnow("dateline.enrich.required", config.required().orElse(Set.of()), names);
        // All begun before the first is waited for: what they load takes longer than all else that a start does.
        List<CompletableFuture<Enricher>> loading = builtIn.entrySet().stream()
                .filter(stage -> !without.contains(stage.getKey()))
                .map(stage -> aside(stage.getKey(), stage.getValue()))
                .toList();
        List<Enricher> enrichers = Stream.concat(
                        loading.stream().map(Enrichers::joined),
                        extensions.stream()
                                .filter(enricher ->
                                        !without.contains(enricher.stage().name())))
                .toList();
        Pipeline pipeline = new Pipeline(
                enrichers, config.stageDeadline(), config.required().orElse(Set.of()), metrics);
        Gauge.builder(Meters.STAGES_OVERDUE.id(), pipeline, Pipeline::overdue)
                .description(Meters.STAGES_OVERDUE.description())
                .register(registry);
        LOG.infof("Enrichment ready stages=%s", pipeline.stages());
        return pipeline;
    }

    /** Loads on a thread of its own. */
    static <T> CompletableFuture<T> aside(String what, Supplier<T> load) {
        return CompletableFuture.supplyAsync(load, task -> {
            Thread thread = new Thread(task, "dateline-load-" + what);
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** What was loaded, or the failure as if it had happened here. */
    static <T> T joined(CompletableFuture<T> loading) {
        try {
            return loading.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    @Produces
    @Singleton
    static Ladder ladder(EnrichConfig config, Pipeline pipeline) {
        List<String> steps = config.ladder().orElse(List.of());
        mustKnow(
                "dateline.enrich.ladder",
                new TreeSet<>(steps),
                pipeline.stages().stream().map(Stage::name).collect(Collectors.toSet()));
        if (new TreeSet<>(steps).size() < steps.size()) {
            throw new IllegalArgumentException("dateline.enrich.ladder names a stage twice: " + steps);
        }
        if (steps.stream().anyMatch(config.required().orElse(Set.of())::contains)) {
            throw new IllegalArgumentException("dateline.enrich.ladder names a stage that is required: " + steps);
        }
        return new Ladder(steps, config.ladderAfter());
    }

    private static void mustKnow(String property, Set<String> given, Set<String> names) {
        if (!names.containsAll(given)) {
            throw new IllegalArgumentException(property + " names stages " + given + ", but there are only " + names);
        }
    }

    static void close(@Disposes Pipeline pipeline) {
        pipeline.close();
    }
}
