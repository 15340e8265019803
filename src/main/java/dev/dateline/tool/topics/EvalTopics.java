package dev.dateline.tool.topics;

import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.topics.Concept;
import dev.dateline.enrich.topics.TopicEnricher;
import dev.dateline.enrich.topics.TopicModel;
import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How often the first subject found, out of all 17, is one that the label stands for; and, where the label stands for a
 * finer concept, how often that is among the first three finer ones.
 */
@Command(name = "topics", description = "Score topics.")
public final class EvalTopics implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Lines of {\"id\",\"text\",\"label\"}.")
    private Path data = Path.of("");

    @Option(names = "--labels", description = "What each label stands for: label, tab, qcodes.")
    private @Nullable Path labels;

    @Option(
            names = "--judged",
            description = "In place of labels, judgements of the texts: id, subjects, right and wrong finer topics.")
    private @Nullable Path judged;

    @Option(names = "--tokens", description = "How much of a text is read (${DEFAULT-VALUE}).")
    private int tokens = Encoder.DEFAULT_TOKENS;

    @Option(names = "--model", description = "A topic model of your own; the shipped one if left out.")
    private @Nullable Path model;

    @Option(names = "--encoder", description = "Folder of the encoder it was made with; the shipped one if left out.")
    private @Nullable Path encoderFolder;

    @Option(names = "--reliability", description = "Print how often the first subject is right by its score.")
    private boolean reliability;

    @Option(names = "--min", defaultValue = "0", description = "Exit with 1 below this accuracy.")
    private double min;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (Encoder encoder = encoderFolder == null ? Encoder.open(tokens) : Encoder.open(encoderFolder, tokens)) {
            TopicEnricher enricher =
                    new TopicEnricher(encoder, model == null ? TopicEnricher.shipped() : TopicModel.read(model), false);
            Map<String, Concept> taxonomy =
                    enricher.concepts().stream().collect(Collectors.toMap(Concept::code, Function.identity()));
            if (judged != null) {
                JudgedScore score = new JudgedScore();
                for (JudgedTexts.Judged text :
                        JudgedTexts.read(judged, List.of(data)).all()) {
                    score.add(text, enricher.topicsOf(text.text()));
                }
                if (reliability) {
                    score.reliability().lines().forEach(spec.commandLine().getOut()::println);
                }
                return score.figures()
                        .report("subjectF1", min, json, spec.commandLine().getOut());
            }
            if (labels == null) {
                throw new IOException("eval topics needs --labels or --judged");
            }
            LabelMapping mapping = LabelMapping.read(labels);
            TopicScore score = new TopicScore(mapping.labelBySubject(taxonomy));
            for (LabelledText text : LabelledText.read(data)) {
                List<Concept> right = mapping.right(text.label(), taxonomy);
                score.add(
                        text.label(),
                        right.stream().map(Concept::top).collect(Collectors.toSet()),
                        right.stream()
                                .filter(concept -> concept.level() > 0)
                                .map(Concept::code)
                                .collect(Collectors.toSet()),
                        enricher.topicsOf(text.text()));
            }
            if (reliability) {
                score.reliability().lines().forEach(spec.commandLine().getOut()::println);
            }
            return score.figures()
                    .report("accuracy", min, json, spec.commandLine().getOut());
        }
    }
}
