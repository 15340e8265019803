package dev.dateline.tool.topics;

import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.topics.Calibration;
import dev.dateline.enrich.topics.Concept;
import dev.dateline.enrich.topics.TopicEnricher;
import dev.dateline.enrich.topics.TopicModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the topic model; the same inputs give the same bytes on the same kind of processor. */
@Command(name = "topics", description = "Make the topic model from the IPTC's taxonomy and example texts.")
public final class TrainTopics implements Callable<Integer> {
    @Option(names = "--taxonomy", required = true, description = "Table of Media Topics, tab-separated.")
    private Path taxonomy = Path.of("");

    @Option(names = "--examples", required = true, description = "Example texts: codes, a tab, the text.")
    private Path examples = Path.of("");

    @Option(names = "--news", description = "Labelled news to learn from, lines of {\"id\",\"text\",\"label\"}.")
    private @Nullable Path news;

    @Option(names = "--news-labels", description = "What each of its labels stands for: label, tab, qcodes.")
    private @Nullable Path newsLabels;

    @Option(names = "--held-out", description = "Texts that must not be learned from, if the news has them.")
    private List<Path> heldOut = List.of();

    @Option(
            names = "--dev",
            description = "TEXTS=LABELS, not learned from: the first subject's score is fitted to them.")
    private Map<Path, Path> dev = Map.of();

    @Option(names = "--judged", description = "Judgements of texts among those: id, subjects, right and wrong topics.")
    private @Nullable Path judged;

    @Option(names = "--own", description = "Texts with the subjects they have, two digits each: subjects, a tab, text.")
    private @Nullable Path own;

    @Option(names = "--encoder", description = "Folder of an encoder of your own; the shipped one if left out.")
    private @Nullable Path encoderFolder;

    @Option(names = "--tokens", description = "How much of a text is read (${DEFAULT-VALUE}).")
    private int tokens = Encoder.DEFAULT_TOKENS;

    @Option(
            names = "--version-name",
            defaultValue = "3",
            description = "Published with every topic (${DEFAULT-VALUE}).")
    private String versionName = "3";

    @Option(names = "--out", required = true, description = "The model file to write.")
    private Path out = Path.of("");

    /** Of whole sets: these have been counted by their labels, or are rare among articles. */
    private static final double JUDGED_WEIGHT = 0.0001;

    private static final double OWN_WEIGHT = 0.3;

    @Override
    public Integer call() throws IOException {
        TaxonomyFile concepts = TaxonomyFile.read(taxonomy);
        TrainingNews learned = TrainingNews.NONE;
        if (news != null) {
            if (newsLabels == null) {
                throw new IOException("--news needs --news-labels");
            }
            learned = TrainingNews.read(news, newsLabels, heldOut, concepts);
        }
        try (Encoder encoder = encoderFolder == null ? Encoder.open(tokens) : Encoder.open(encoderFolder, tokens)) {
            TopicTrainer trainer = new TopicTrainer(concepts, Examples.read(examples), learned, encoder);
            TopicModel model = trainer.train(versionName);
            model = model.with(calibration(new TopicEnricher(encoder, model, false)));
            try (OutputStream file = Files.newOutputStream(out)) {
                model.write(file);
            }
        }
        return 0;
    }

    private Calibration calibration(TopicEnricher enricher) throws IOException {
        Map<String, Concept> concepts =
                enricher.concepts().stream().collect(Collectors.toMap(Concept::code, Function.identity()));
        CalibrationTrainer trainer = new CalibrationTrainer(enricher);
        for (Map.Entry<Path, Path> set : new TreeMap<>(dev).entrySet()) {
            trainer.add(JudgedTexts.labelled(set.getKey(), set.getValue(), concepts), 1);
        }
        if (judged != null) {
            trainer.add(JudgedTexts.read(judged, List.copyOf(dev.keySet())), JUDGED_WEIGHT);
        }
        if (own != null) {
            trainer.add(JudgedTexts.own(own), OWN_WEIGHT);
        }
        return dev.isEmpty() && own == null ? Calibration.DEFAULT : trainer.train();
    }
}
