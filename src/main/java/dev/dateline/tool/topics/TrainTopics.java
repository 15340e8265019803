package dev.dateline.tool.topics;

import dev.dateline.enrich.topics.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the topic model; the same inputs give the same bytes on the same kind of processor. */
@Command(name = "topics", description = "Make the topic model from the IPTC's taxonomy and example texts.")
public final class TrainTopics implements Callable<Integer> {
    private static final int MOST_TOKENS = 128;

    @Option(names = "--taxonomy", required = true, description = "Table of Media Topics, tab-separated.")
    private Path taxonomy = Path.of("");

    @Option(names = "--examples", required = true, description = "Example texts: codes, a tab, the text.")
    private Path examples = Path.of("");

    @Option(
            names = "--version-name",
            defaultValue = "1",
            description = "Published with every topic (${DEFAULT-VALUE}).")
    private String versionName = "1";

    @Option(names = "--out", required = true, description = "The model file to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        try (Encoder encoder = Encoder.open(MOST_TOKENS)) {
            TopicTrainer trainer = new TopicTrainer(TaxonomyFile.read(taxonomy), Examples.read(examples), encoder);
            try (OutputStream file = Files.newOutputStream(out)) {
                trainer.train(versionName).write(file);
            }
        }
        return 0;
    }
}
