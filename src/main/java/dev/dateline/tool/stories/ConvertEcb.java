package dev.dateline.tool.stories;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "ecb", description = "Convert ECB+ to lines of {\"id\",\"text\",\"story\"}.")
public final class ConvertEcb implements Callable<Integer> {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})-(\\d{1,3})");

    @Option(names = "--topics", description = "First and last topic (${DEFAULT-VALUE}: those to tune on).")
    private String topics = "1-35";

    @Option(names = "--out", required = true, description = "The file to write.")
    private Path out = Path.of("");

    @Parameters(paramLabel = "FOLDER", description = "The set's folder ECB+, with a folder for each topic.")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Matcher range = RANGE.matcher(topics);
        if (!range.matches()) {
            throw new IOException("--topics wants FIRST-LAST, not " + topics);
        }
        List<ArticleLine> articles =
                EcbReader.read(folder, Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        if (articles.isEmpty()) {
            throw new IOException("none of the topics " + topics + " in " + folder);
        }
        try (Writer file = Files.newBufferedWriter(out)) {
            for (ArticleLine article : articles) {
                file.write(article.toLine());
                file.write('\n');
            }
        }
        spec.commandLine().getOut().println(articles.size() + " articles");
        return 0;
    }
}
