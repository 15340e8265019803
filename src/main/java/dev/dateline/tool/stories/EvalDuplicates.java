package dev.dateline.tool.stories;

import dev.dateline.story.Assignment;
import dev.dateline.story.Desk;
import dev.dateline.story.Duplicate;
import dev.dateline.story.Outcome;
import dev.dateline.story.Settings;
import dev.dateline.story.StoryArticle;
import dev.dateline.tool.labelled.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How many edited copies are found, by kind of edit, and how many pairs of different articles are taken for copies. The
 * texts are first freed of those that are copies of each other already: what is found among the originals is shown.
 */
@Command(name = "duplicates", description = "Score the finding of copies on texts that a seeded editor has edited.")
public final class EvalDuplicates implements Callable<Integer> {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final int FEWEST_WORDS = 60;
    /** Every so many articles is edited; the others only stand by. */
    private static final int EDITED = 4;

    @Option(names = "--data", required = true, description = "Lines of {\"id\",\"text\"}.")
    private Path data = Path.of("");

    @Option(names = "--min", defaultValue = "0", description = "Exit with 1 if fewer of the copies are found.")
    private double min;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Option(
            names = "--labelled",
            description =
                    "Each line names its \"story\": articles of two stories are no copies, and those that are taken"
                            + " for such are counted. Nothing is edited.")
    private boolean labelled;

    @Option(names = "--explain", description = "Print the originals that are taken for copies.")
    private boolean explain;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Desk desk = new Desk("en", Settings.DEFAULT);
    private int sent;

    @Override
    public Integer call() throws IOException {
        return labelled ? different() : edited();
    }

    private int different() throws IOException {
        Map<String, String> storyOf = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        int wrong = 0;
        for (ArticleLine line : ArticleLine.read(data, true)) {
            String story = line.story().orElseThrow();
            storyOf.put(line.id(), story);
            sizes.merge(story, 1, Integer::sum);
            Optional<Duplicate> copy = copied(line.id(), line.text());
            if (copy.filter(as -> !story.equals(storyOf.get(as.of()))).isPresent()) {
                wrong++;
                explain(line.id(), copy.get());
            }
        }
        double pairs = pairs(storyOf.size())
                - sizes.values().stream().mapToDouble(EvalDuplicates::pairs).sum();
        return new Figures()
                .with("articles", storyOf.size())
                .with("pairsOfDifferentStories", pairs)
                .with("takenForCopies", wrong)
                .report("pairsOfDifferentStories", min, json, spec.commandLine().getOut());
    }

    private static double pairs(int articles) {
        return articles * (articles - 1.0) / 2;
    }

    private int edited() throws IOException {
        List<ArticleLine> originals = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        int copiesAmongOriginals = 0;
        for (ArticleLine line : ArticleLine.read(data, false)) {
            if (line.text().split("\\s+").length < FEWEST_WORDS || !texts.add(line.text())) {
                continue;
            }
            Optional<Duplicate> copy = copied(line.id(), line.text());
            if (copy.isPresent()) {
                copiesAmongOriginals++;
                if (explain) {
                    explain(line.id(), copy.get());
                }
            } else {
                originals.add(line);
            }
        }
        Editor editor = new Editor(1);
        Figures figures = new Figures();
        double least = 1;
        int wrong = 0;
        List<Double> recalls = new ArrayList<>();
        for (Editor.Edit edit : Editor.Edit.values()) {
            int found = 0;
            int wanted = 0;
            for (int i = edit.name().length() % EDITED; i < originals.size(); i += EDITED) {
                ArticleLine original = originals.get(i);
                Optional<String> of = copied(original.id() + "#" + edit, editor.edited(original.text(), edit))
                        .map(Duplicate::of);
                wanted++;
                // The edited ones are copies of one another too.
                boolean right = of.filter(uri -> uri.equals(original.id()) || uri.startsWith(original.id() + "#"))
                        .isPresent();
                found += right ? 1 : 0;
                wrong += of.isPresent() && !right ? 1 : 0;
            }
            double recall = (double) found / Math.max(1, wanted);
            recalls.add(recall);
            least = Math.min(least, recall);
            figures.with(edit.name().toLowerCase(Locale.ROOT), recall);
        }
        figures.with(
                        "recall",
                        recalls.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0))
                .with("leastRecall", least)
                .with("wrongOriginal", wrong)
                .with("originals", originals.size())
                .with("pairs", pairs(originals.size()))
                .with("copiesAmongOriginals", copiesAmongOriginals);
        return figures.report("leastRecall", min, json, spec.commandLine().getOut());
    }

    private void explain(String id, Duplicate copy) {
        spec.commandLine()
                .getOut()
                .println(id + " " + copy.kind().published() + " of " + copy.of() + " " + copy.similarity());
    }

    private Optional<Duplicate> copied(String id, String text) {
        Instant at = BEGINNING.plusSeconds(sent++);
        Outcome outcome = desk.join(
                new StoryArticle(id, 1, "en", at, "", "", text, List.of(), List.of(), List.of(), Optional.empty()), at);
        return outcome.assignments().stream()
                .filter(assignment -> assignment.uri().equals(id))
                .findFirst()
                .flatMap(Assignment::duplicate);
    }
}
