package dev.dateline.tool.quotes;

import dev.dateline.article.Article;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.amounts.AmountsEnricher;
import dev.dateline.enrich.dates.DatesEnricher;
import dev.dateline.enrich.entities.EntitiesEnricher;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.language.LanguageEnricher;
import dev.dateline.enrich.quotes.AttributionModel;
import dev.dateline.enrich.quotes.QuotesEnricher;
import dev.dateline.enrich.quotes.ShippedAttributions;
import dev.dateline.enrich.sentences.SentencesEnricher;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores quotations found by the stages in their order, from language to quotes. */
@Command(name = "quotes", description = "Score quotations: spans, speakers, reporting words.")
public final class EvalQuotes implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Lines of {\"id\",\"text\",\"quotes\"}.")
    private Path data = Path.of("");

    @Option(names = "--model", description = "A model file; default: the one shipped.")
    @Nullable
    private Path model;

    @Option(names = "--min", defaultValue = "0", description = "Exit with 1 below this overlapF1 (0 to 1).")
    private double min;

    @Option(names = "--json", description = "Print the figures as one JSON object, last.")
    private boolean json;

    @Option(names = "--errors", defaultValue = "0", description = "How many errors to show of each sort.")
    private int errors;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<QuotedText> texts = QuotedText.read(data);
        QuotesEnricher quotes = new QuotesEnricher(model());
        List<Enricher> before = List.of(
                new LanguageEnricher(),
                new SentencesEnricher(),
                new EntitiesEnricher(ShippedModel.read()),
                new AmountsEnricher(),
                new DatesEnricher());
        QuoteScores scores = new QuoteScores(errors);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (QuotedText marked : texts) {
            Enrichment soFar = Enrichment.of(Article.ofText("urn:text:" + marked.id(), marked.text()));
            for (Enricher stage : before) {
                soFar = soFar.with(stage.stage(), stage.enrich(soFar));
            }
            long start = clock.getCurrentThreadCpuTime();
            List<Annotation> found = quotes.enrich(soFar).annotations();
            nanos += clock.getCurrentThreadCpuTime() - start;
            scores.add(marked, soFar.article().text(), found);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(scores.report());
        out.printf("%.2f ms of CPU a text for quotations alone%n", nanos / 1e6 / texts.size());
        return scores.figures().with("texts", texts.size()).report("overlapF1", min, json, out);
    }

    private AttributionModel model() throws IOException {
        if (model == null) {
            return ShippedAttributions.read();
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(model))) {
            return AttributionModel.read(file);
        }
    }
}
