package dev.dateline.tool.entities;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.entities.EntityModel;
import dev.dateline.enrich.entities.Mention;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.entities.Tagger;
import dev.dateline.enrich.entities.Thoroughness;
import dev.dateline.enrich.sentences.SentenceSplitter;
import dev.dateline.tool.entities.EntityScores.Claim;
import dev.dateline.tool.entities.LabelledText.Span;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
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

    @Option(
            names = "--errors",
            defaultValue = "50",
            description = "how many frequent errors to show, default ${DEFAULT-VALUE}")
    int errors = 50;

    @Option(names = "--passes", defaultValue = "2", description = "1 or 2, default ${DEFAULT-VALUE}")
    int passes = 2;

    @Option(
            names = "--doubt",
            description =
                    "0 to 1: sentences of more doubt are shown to the encoder; 1 for none; default: as the service")
    double doubt = Thoroughness.DEFAULT.doubt();

    @Override
    public Integer call() throws IOException {
        List<LabelledText> texts = LabelledTexts.read(data);
        EntityModel loaded = ShippedModel.readOr(Optional.ofNullable(model));
        Tagger tagger = new Tagger(loaded, new Thoroughness(passes, doubt));
        OtherStages others = new OtherStages();
        Set<String> types = new TreeSet<>(loaded.labels().types());
        types.addAll(OtherStages.TYPES);
        boolean dated = texts.stream()
                .flatMap(text -> text.spans().stream())
                .anyMatch(span -> OtherStages.TYPES.contains(span.type()));
        EntityScores scores = new EntityScores(types, !FinerTypes.marksFiner(texts));
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long tokens = 0;
        long nanos = 0;
        for (LabelledText labelled : texts) {
            long start = clock.getCurrentThreadCpuTime();
            Sentences sentences = SentenceSplitter.split(labelled.text(), "en");
            List<Mention> mentions = tagger.tag(labelled.text(), sentences);
            nanos += clock.getCurrentThreadCpuTime() - start;
            tokens += sentences.tokens();
            List<Claim> claims = new ArrayList<>(claims(Text.of(labelled.text()), sentences, mentions));
            if (dated) {
                others.find(labelled, sentences).forEach(span -> claims.add(new Claim(span, OptionalDouble.empty())));
            }
            scores.add(Text.of(labelled.text()), labelled.spans(), claims);
        }
        System.out.print(scores.report(errors));
        System.out.printf(
                "%d texts, %d tokens, %.0f tokens per CPU second%n", texts.size(), tokens, tokens * 1e9 / nanos);
        if (json) {
            System.out.println(figures(scores, loaded.version()));
        }
        return scores.headline().f1() < min ? 1 : 0;
    }

    private static List<Claim> claims(Text text, Sentences sentences, List<Mention> mentions) {
        return mentions.stream()
                .map(mention -> new Claim(
                        new Span(
                                text.toCodePoint(sentences.tokenStarts()[mention.from()]),
                                text.toCodePoint(sentences.tokenEnds()[mention.to() - 1]),
                                mention.type()),
                        OptionalDouble.of(mention.confidence())))
                .toList();
    }

    private String figures(EntityScores scores, String version) {
        ObjectNode figures = new ObjectMapper().createObjectNode();
        put(figures, scores.headline());
        figures.put("model", version);
        ObjectNode byType = figures.putObject("types");
        scores.byType().forEach((type, tally) -> put(byType.putObject(type), tally));
        figures.put("calibrationError", Math.round(scores.reliability().expectedError() * 1e4) / 1e4);
        scores.reliability().figures(figures.putArray("reliability"));
        scores.errors().figures(figures, errors);
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
