package dev.dateline.tool.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import dev.dateline.article.Article;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.amounts.AmountsEnricher;
import dev.dateline.enrich.dates.DatesEnricher;
import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.entities.EntitiesEnricher;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.entities.Thoroughness;
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

/** What each built-in stage takes, an article after another on one thread, in the order of the service. */
@Command(name = "enrich", description = "Measure the CPU time and the memory allocated of each stage of enrichment.")
public final class BenchEnrich implements Callable<Integer> {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double KILOBYTE = 1024;
    private static final ThreadMXBean CLOCK = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Option(names = "--data", required = true, description = "Articles: lines of JSON with a field text.")
    private Path data = Path.of("");

    @Option(names = "--articles", description = "How many of them to measure (${DEFAULT-VALUE}).")
    private int articles = 300;

    @Option(names = "--warm-up", description = "Passes before the one that is measured (${DEFAULT-VALUE}).")
    private int warmUp = 2;

    @Option(names = "--tokens", description = "What the topics' encoder reads of an article (${DEFAULT-VALUE}).")
    private int tokens = Encoder.DEFAULT_TOKENS;

    @Option(names = "--passes", description = "How often the entity tagger reads an article: 1 or 2.")
    private int passes = Thoroughness.DEFAULT.passes();

    @Option(names = "--doubt", description = "Above it the encoder reads a sentence for the tagger; 1 for never.")
    private double doubt = Thoroughness.DEFAULT.doubt();

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
        Map<String, Cost> costs = new LinkedHashMap<>();
        try (Encoder encoder = Encoder.open(tokens)) {
            List<Enricher> stages = stages(encoder);
            for (int pass = 0; pass <= warmUp; pass++) {
                costs.clear();
                all.forEach(article -> run(article, stages, costs));
            }
        }
        Figures figures = new Figures();
        Cost whole = costs.values().stream().reduce(Cost.NONE, Cost::plus);
        costs.forEach((stage, cost) -> figures.with(stage + "Millis", cost.nanos() / NANOS_PER_MILLI / all.size()));
        costs.forEach((stage, cost) -> figures.with(stage + "Kilobytes", cost.bytes() / KILOBYTE / all.size()));
        return figures.with("allMillis", whole.nanos() / NANOS_PER_MILLI / all.size())
                .with("allKilobytes", whole.bytes() / KILOBYTE / all.size())
                .with("wordsPerArticle", (double) words / all.size())
                .with("articles", all.size())
                .report("allMillis", 0, json, spec.commandLine().getOut());
    }

    /** Of a stage: CPU time, and bytes of the heap that were used up on the way. */
    private record Cost(long nanos, long bytes) {
        static final Cost NONE = new Cost(0, 0);

        static Cost sinceStart() {
            return new Cost(CLOCK.getCurrentThreadCpuTime(), CLOCK.getCurrentThreadAllocatedBytes());
        }

        Cost plus(Cost more) {
            return new Cost(nanos + more.nanos, bytes + more.bytes);
        }

        Cost minus(Cost before) {
            return new Cost(nanos - before.nanos, bytes - before.bytes);
        }
    }

    private static void run(Article article, List<Enricher> stages, Map<String, Cost> costs) {
        Enrichment soFar = Enrichment.of(article);
        for (Enricher stage : stages) {
            Cost before = Cost.sinceStart();
            Findings found = stage.enrich(soFar);
            costs.merge(stage.stage().name(), Cost.sinceStart().minus(before), Cost::plus);
            soFar = soFar.with(stage.stage(), found);
        }
    }

    private List<Enricher> stages(Encoder encoder) throws IOException {
        KnowledgeBase knowledge = ShippedKnowledge.read();
        return List.of(
                new LanguageEnricher(LanguageEnricher.DEFAULT_LANGUAGES),
                new SentencesEnricher(),
                new EntitiesEnricher(
                        ShippedModel.readOr(Optional.empty()), new Thoroughness(passes, doubt), () -> knowledge),
                new AmountsEnricher(),
                new DatesEnricher(),
                new QuotesEnricher(ShippedAttributions.read()),
                new TopicEnricher(encoder));
    }
}
