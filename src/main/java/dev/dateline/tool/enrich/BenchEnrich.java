package dev.dateline.tool.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.article.Article;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.amounts.AmountsEnricher;
import dev.dateline.enrich.dates.DatesEnricher;
import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.entities.EntitiesEnricher;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.ShippedKnowledge;
import dev.dateline.enrich.language.LanguageEnricher;
import dev.dateline.enrich.quotes.QuotesEnricher;
import dev.dateline.enrich.quotes.ShippedAttributions;
import dev.dateline.enrich.sentences.SentencesEnricher;
import dev.dateline.enrich.topics.TopicEnricher;
import dev.dateline.tool.labelled.Figures;
import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** CPU time of each built-in stage, an article after another on one thread, in the order of the service. */
@Command(name = "enrich", description = "Measure the CPU time of each stage of enrichment.")
public final class BenchEnrich implements Callable<Integer> {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @Option(names = "--data", required = true, description = "Articles: lines of JSON with a field text.")
    private Path data = Path.of("");

    @Option(names = "--articles", description = "How many of them to measure (${DEFAULT-VALUE}).")
    private int articles = 300;

    @Option(names = "--warm-up", description = "Passes before the one that is measured (${DEFAULT-VALUE}).")
    private int warmUp = 2;

    @Option(names = "--tokens", description = "What the topics' encoder reads of an article (${DEFAULT-VALUE}).")
    private int tokens = Encoder.DEFAULT_TOKENS;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Article> all = new ArrayList<>();
        long words = 0;
        for (String line : LabelledText.lines(data)) {
            if (line.isBlank() || all.size() == articles) {
                continue;
            }
            JsonNode text = JSON.readTree(line).path("text");
            if (!text.isTextual()) {
                throw new IOException(data + " has a line without a text");
            }
            all.add(Article.ofText("urn:bench:" + all.size(), text.textValue()));
            words += text.textValue().split("\\s+", -1).length;
        }
        if (all.isEmpty()) {
            throw new IOException(data + " holds no article");
        }
        Map<String, Long> nanos = new LinkedHashMap<>();
        try (Encoder encoder = Encoder.open(tokens)) {
            List<Enricher> stages = stages(encoder);
            for (int pass = 0; pass <= warmUp; pass++) {
                nanos.clear();
                all.forEach(article -> run(article, stages, nanos));
            }
        }
        Figures figures = new Figures();
        nanos.forEach((stage, spent) -> figures.with(stage + "Millis", spent / NANOS_PER_MILLI / all.size()));
        double whole = nanos.values().stream().mapToLong(Long::longValue).sum() / NANOS_PER_MILLI / all.size();
        return figures.with("allMillis", whole)
                .with("wordsPerArticle", (double) words / all.size())
                .with("articles", all.size())
                .report("allMillis", 0, json, spec.commandLine().getOut());
    }

    private static void run(Article article, List<Enricher> stages, Map<String, Long> nanos) {
        Enrichment soFar = Enrichment.of(article);
        for (Enricher stage : stages) {
            long before = CLOCK.getCurrentThreadCpuTime();
            Findings found = stage.enrich(soFar);
            nanos.merge(stage.stage().name(), CLOCK.getCurrentThreadCpuTime() - before, Long::sum);
            soFar = soFar.with(stage.stage(), found);
        }
    }

    private static List<Enricher> stages(Encoder encoder) throws IOException {
        KnowledgeBase knowledge = ShippedKnowledge.read();
        return List.of(
                new LanguageEnricher(LanguageEnricher.DEFAULT_LANGUAGES),
                new SentencesEnricher(),
                new EntitiesEnricher(ShippedModel.readOr(Optional.empty()), () -> knowledge),
                new AmountsEnricher(),
                new DatesEnricher(),
                new QuotesEnricher(ShippedAttributions.read()),
                new TopicEnricher(encoder));
    }
}
