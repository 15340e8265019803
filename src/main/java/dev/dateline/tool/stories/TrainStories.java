package dev.dateline.tool.stories;

import dev.dateline.story.Background;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts in how many articles each word stands; only hashes of words and rounded shares are kept. */
@Command(
        name = "stories",
        description = "Make a language's table of how common words are, from lines of {\"id\",\"text\"}.")
public final class TrainStories implements Callable<Integer> {
    @Option(names = "--language", description = "BCP 47 (${DEFAULT-VALUE}).")
    private String language = "en";

    @Option(names = "--least", description = "Fewest articles that a word must stand in (${DEFAULT-VALUE}).")
    private int least = 3;

    @Option(names = "--out", required = true, description = "The file to write: words-LANGUAGE.bin.")
    private Path out = Path.of("");

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The articles.")
    private List<Path> files = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Map<Integer, Integer> counts = new TreeMap<>();
        int articles = 0;
        for (Path file : files) {
            for (ArticleLine line : ArticleLine.read(file, false)) {
                articles++;
                for (int term : Background.terms(line.text(), language)) {
                    counts.merge(term, 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(count -> count < least);
        try (DataOutputStream file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
            file.writeInt(counts.size());
            for (int term : counts.keySet()) {
                file.writeInt(term);
            }
            for (int count : counts.values()) {
                file.writeByte(Background.step((double) count / articles));
            }
        }
        spec.commandLine().getOut().println(counts.size() + " words of " + articles + " articles");
        return 0;
    }
}
