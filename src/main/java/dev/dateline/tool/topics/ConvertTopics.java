package dev.dateline.tool.topics;

import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the news sets that topics are scored on into one form. */
@Command(name = "topics", description = "Convert a topic set to lines of {\"id\",\"text\",\"label\"}.")
public final class ConvertTopics implements Callable<Integer> {
    @Option(
            names = "--format",
            required = true,
            description = "${COMPLETION-CANDIDATES}: folders of text files named by label (bbc, bbcsport),"
                    + " or rows of class, title, description (ag).")
    private Format format = Format.bbc;

    @Option(names = "--out", required = true, description = "The file to write.")
    private Path out = Path.of("");

    @Parameters(paramLabel = "INPUT", description = "The folder, or the CSV file.")
    private Path input = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** As typed on the command line. */
    enum Format {
        bbc,
        bbcsport,
        ag
    }

    @Override
    public Integer call() throws IOException {
        List<LabelledText> texts = format == Format.ag ? AgNews.read(input) : TextFolders.read(input);
        try (Writer file = Files.newBufferedWriter(out)) {
            for (LabelledText text : texts) {
                file.write(text.toLine());
                file.write('\n');
            }
        }
        spec.commandLine().getOut().println(texts.size() + " texts");
        return 0;
    }
}
