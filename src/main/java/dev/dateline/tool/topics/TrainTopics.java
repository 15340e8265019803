package dev.dateline.tool.topics;

import dev.dateline.enrich.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Option(names = "--encoder", description = "Folder of an encoder of your own; the shipped one if left out.")
    private @Nullable Path encoderFolder;

    @Option(names = "--tokens", description = "How much of a text is read (${DEFAULT-VALUE}).")
    private int tokens = Encoder.DEFAULT_TOKENS;

    @Option(
            names = "--version-name",
            defaultValue = "2",
            description = "Published with every topic (${DEFAULT-VALUE}).")
    private String versionName = "2";

    @Option(names = "--out", required = true, description = "The model file to write.")
    private Path out = Path.of("");

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
            try (OutputStream file = Files.newOutputStream(out)) {
                trainer.train(versionName).write(file);
            }
        }
        return 0;
    }
}
