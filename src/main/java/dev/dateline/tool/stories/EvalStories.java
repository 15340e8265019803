package dev.dateline.tool.stories;

import dev.dateline.story.Assignment;
import dev.dateline.story.Change;
import dev.dateline.story.Delta;
import dev.dateline.story.Desk;
import dev.dateline.story.Outcome;
import dev.dateline.story.Settings;
import dev.dateline.story.StoryArticle;
import dev.dateline.tool.stories.StoryScores.Placed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How well stories come out, after enriching the articles as the service does. */
@Command(
        name = "stories",
        description = "Score stories: B-cubed and pairwise, with articles that belong to none among them.")
public final class EvalStories implements Callable<Integer> {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration APART = Duration.ofMinutes(1);

    @Option(
            names = "--data",
            required = true,
            description = "Lines of {\"id\",\"text\",\"story\",\"publishedAt\"?,\"language\"?}, in stream order.")
    private Path data = Path.of("");

    @Option(
            names = "--distractors",
            description = "Lines of {\"id\",\"text\"}: articles strewn among them that belong to no story.")
    private @Nullable Path distractors;

    @Option(
            names = "--shuffles",
            description = "Runs in random order, a minute apart, whatever publishedAt says; 0 (the default): one in the"
                    + " order of the file.")
    private int shuffles;

    @Option(
            names = "--vector-tokens",
            description = "How much of a text makes its vector; 0 (the default): no vectors.")
    private int vectorTokens;

    @Option(
            names = "--desk",
            description = "Language of the one desk that takes all articles, whatever theirs: one without a word table"
                    + " shows what is left where none is shipped.")
    private @Nullable String desk;

    @Option(
            names = "--fresh",
            description =
                    "Deal whole stories to empty desks of about so many articles each; 0 (the default): one desk.")
    private int fresh;

    @Option(names = "--threshold", description = "Least likeness to join (${DEFAULT-VALUE}).")
    private double threshold = Settings.DEFAULT.threshold();

    @Option(names = "--merge-threshold", description = "Least likeness to merge (${DEFAULT-VALUE}).")
    private double mergeThreshold = Settings.DEFAULT.mergeThreshold();

    @Option(names = "--min", defaultValue = "0", description = "Exit with 1 below this b3.")
    private double min;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Option(names = "--explain", description = "Print the stories of the first run that are wrong, and all deltas.")
    private boolean explain;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<ArticleLine> lines = new ArrayList<>(ArticleLine.read(data, true));
        if (distractors != null) {
            lines.addAll(ArticleLine.read(distractors, false));
        }
        Map<String, ArticleLine> byId = new HashMap<>();
        lines.forEach(line -> byId.put(line.id(), line));
        if (byId.size() < lines.size()) {
            throw new IOException("an id is there twice");
        }
        List<StoryArticle> articles = new ArrayList<>();
        try (Enriching enriching = Enriching.open(vectorTokens)) {
            Instant time = BEGINNING;
            for (ArticleLine line : lines) {
                time = line.publishedAt().orElse(time.plus(APART));
                articles.add(enriching.article(line, time));
            }
        }
        StoryScores scores = new StoryScores();
        for (int run = 0; run < Math.max(1, shuffles); run++) {
            if (shuffles > 0) {
                Collections.shuffle(articles, new Random(run));
            }
            List<Placed> placed = new ArrayList<>();
            for (List<StoryArticle> dealt : Dealing.of(articles, article -> gold(article.uri(), byId), fresh)) {
                placed.addAll(run(dealt, byId, run == 0 && explain));
            }
            scores.add(placed);
        }
        return scores.figures().report("b3", min, json, out());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private List<Placed> run(List<StoryArticle> articles, Map<String, ArticleLine> byId, boolean explained) {
        Settings settings =
                new Settings(Settings.DEFAULT.window(), threshold, mergeThreshold, Settings.DEFAULT.publishedMembers());
        Map<String, Desk> desks = new HashMap<>();
        Map<String, Assignment> assignments = new TreeMap<>();
        Instant time = BEGINNING;
        for (StoryArticle article : articles) {
            time = time.plus(APART);
            StoryArticle timed = shuffles > 0 ? at(time, article) : article;
            Outcome outcome = desks.computeIfAbsent(
                            desk == null ? article.language() : desk, tag -> new Desk(tag, settings))
                    .join(timed, timed.publishedAt());
            outcome.assignments().forEach(assignment -> assignments.put(assignment.uri(), assignment));
            if (explained) {
                outcome.changes().forEach(change -> change.delta().ifPresent(delta -> explain(change, delta)));
            }
        }
        List<Placed> placed = new ArrayList<>();
        assignments.forEach((uri, assignment) -> placed.add(
                new Placed(Optional.ofNullable(byId.get(uri)).flatMap(ArticleLine::story), assignment.storyId())));
        if (explained) {
            explain(assignments, byId);
        }
        return placed;
    }

    private static StoryArticle at(Instant time, StoryArticle article) {
        return new StoryArticle(
                article.uri(),
                article.version(),
                article.language(),
                time,
                article.outlet(),
                article.headline(),
                article.text(),
                article.entities(),
                article.topics(),
                article.claims(),
                article.vector());
    }

    private void explain(Change change, Delta delta) {
        out().printf(
                        "delta %s in %s%n  %s: %s (%s)%n  %s: %s (%s)%n",
                        delta.kind(),
                        change.storyId(),
                        delta.earlier().uri(),
                        delta.earlier().exact(),
                        delta.earlier().value(),
                        delta.later().uri(),
                        delta.later().exact(),
                        delta.later().value());
    }

    /** Stories that mix gold stories, and gold stories that lie apart. */
    private void explain(Map<String, Assignment> assignments, Map<String, ArticleLine> byId) {
        Map<String, List<Assignment>> stories = new TreeMap<>();
        assignments
                .values()
                .forEach(assignment -> stories.computeIfAbsent(assignment.storyId(), fresh -> new ArrayList<>())
                        .add(assignment));
        Map<String, Map<String, Integer>> parts = new TreeMap<>();
        stories.forEach((id, members) -> {
            Map<String, Integer> golds = new TreeMap<>();
            members.forEach(member -> golds.merge(gold(member.uri(), byId), 1, Integer::sum));
            golds.forEach((gold, size) ->
                    parts.computeIfAbsent(gold, fresh -> new TreeMap<>()).put(id, size));
            if (golds.size() > 1) {
                out().println("mixed " + id + " " + golds);
                members.forEach(member -> out().println("  " + line(member, byId)));
            }
        });
        parts.forEach((gold, pieces) -> {
            if (pieces.size() > 1 && !gold.isEmpty()) {
                out().println("split " + gold + " " + pieces.values());
                pieces.keySet().stream()
                        .filter(id -> stories.getOrDefault(id, List.of()).size() < 3)
                        .forEach(id -> stories.getOrDefault(id, List.of())
                                .forEach(member -> out().println("  " + line(member, byId))));
            }
        });
    }

    private static String gold(String uri, Map<String, ArticleLine> byId) {
        return Optional.ofNullable(byId.get(uri)).flatMap(ArticleLine::story).orElse("");
    }

    private static String line(Assignment member, Map<String, ArticleLine> byId) {
        String text = Optional.ofNullable(byId.get(member.uri()))
                .map(ArticleLine::text)
                .orElse("")
                .replace('\n', ' ');
        return gold(member.uri(), byId) + " " + member.uri() + " " + member.similarity() + " "
                + member.duplicate()
                        .map(as -> as.kind() + " of " + as.of() + " ")
                        .orElse("")
                + text.substring(0, Math.min(110, text.length()));
    }
}
