package dev.dateline.tool.entities;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.entities.EntityModel;
import dev.dateline.enrich.entities.Mention;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.entities.Tagger;
import dev.dateline.enrich.sentences.SentenceSplitter;
import dev.dateline.tool.entities.LabelledText.Span;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "entities", description = "Score the entity tagger: exact span and type.")
public final class EvalEntities implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "labelled texts, one JSON object a line")
    Path data = Path.of(".");

    @Option(names = "--model", description = "a model file; default: the one shipped")
    @Nullable
    Path model;

    @Option(names = "--min", description = "exit 1 if f1 (0-100) is below")
    double min;

    @Option(names = "--json", description = "print the figures as the last line")
    boolean json;

    @Option(names = "--errors", defaultValue = "15", description = "how many frequent errors to show")
    int errors = 15;

    @Override
    public Integer call() throws IOException {
        List<LabelledText> texts = LabelledTexts.read(data);
        EntityModel loaded = ShippedModel.readOr(Optional.ofNullable(model));
        Tagger tagger = new Tagger(loaded);
        EntityScores scores = new EntityScores(loaded.labels().types());
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long tokens = 0;
        long nanos = 0;
        for (LabelledText labelled : texts) {
            Text text = Text.of(labelled.text());
            long start = clock.getCurrentThreadCpuTime();
            Sentences sentences = SentenceSplitter.split(text.value(), "en");
            List<Mention> mentions = tagger.tag(text.value(), sentences);
            nanos += clock.getCurrentThreadCpuTime() - start;
            tokens += sentences.tokens();
            List<Span> found = mentions.stream()
                    .map(mention -> new Span(
                            text.toCodePoint(sentences.tokenStarts()[mention.from()]),
                            text.toCodePoint(sentences.tokenEnds()[mention.to() - 1]),
                            mention.type()))
                    .toList();
            scores.add(text, labelled.spans(), found);
        }
        System.out.print(scores.report(errors));
        System.out.printf(
                "%d texts, %d tokens, %.0f tokens per CPU second%n", texts.size(), tokens, tokens * 1e9 / nanos);
        double f1 = scores.headline().f1();
        if (json) {
            System.out.println(figures(scores, loaded.version()));
        }
        return f1 < min ? 1 : 0;
    }

    private static String figures(EntityScores scores, String version) {
        ObjectNode figures = new ObjectMapper().createObjectNode();
        put(figures, scores.headline());
        figures.put("model", version);
        ObjectNode byType = figures.putObject("types");
        scores.byType().forEach((type, tally) -> put(byType.putObject(type), tally));
        return figures.toString();
    }

    private static void put(ObjectNode into, Tally tally) {
        into.put("f1", rounded(tally.f1()))
                .put("precision", rounded(tally.precision()))
                .put("recall", rounded(tally.recall()))
                .put("gold", tally.gold());
    }

    private static double rounded(double percent) {
        return Math.round(percent * 100) / 100.0;
    }
}
