package dev.dateline.bench;

import dev.dateline.broker.Directory;
import dev.dateline.story.Desk;
import dev.dateline.story.Settings;
import dev.dateline.story.StoryArticle;
import dev.dateline.stream.stories.StoredStories;
import dev.dateline.tool.stories.MadeUpNews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * From the start of a process with the role {@code stories} until it answers for its stories over HTTP: with nothing to
 * restore; with its state on the broker alone, as after a lost disk or a kill; with its state on the disk, as after an
 * orderly end. The state is that of a desk which took in made-up articles, written to the changelogs as the role does.
 */
@Command(name = "restore", description = "Time until a restarted stories role answers again.")
final class Restore implements Callable<Integer> {
    private static final String GROUP = "dateline-stories";
    private static final int PARTITIONS = 6;
    private static final Duration APART = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    @Mixin
    private final RigOptions options = new RigOptions();

    @Option(
            names = "--count",
            defaultValue = "500000",
            description = "articles in the state (default: ${DEFAULT-VALUE})")
    private int count;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Directory states = Directory.temporary();
        options.settings.put("dateline.roles", "stories,console");
        options.settings.put("dateline.stories.state-dir", states.path().toString());
        try (Rig rig = new Rig(options)) {
            System.out.printf(Locale.ROOT, "with nothing to restore: %.1f s%n", secondsToAnswer(rig, 0));
            rig.endServices();
            String last = fill(rig);
            System.out.printf(
                    Locale.ROOT,
                    "%d articles: %d MB of changelog%n",
                    count,
                    rig.megabytes(StoredStories.topics(GROUP)));
            states.release();
            System.out.printf(Locale.ROOT, "from the broker: %.1f s%n", secondsToAnswer(rig, 1));
            report(rig, states.path(), last);
            rig.endServices();
            System.out.printf(Locale.ROOT, "from the disk: %.1f s%n", secondsToAnswer(rig, 1));
            report(rig, states.path(), last);
        } finally {
            states.release();
        }
        return 0;
    }

    /** Returns the last article. */
    private String fill(Rig rig) {
        Desk desk = new Desk("en", Settings.DEFAULT);
        MadeUpNews news = new MadeUpNews(1);
        Instant time = Instant.now().minus(APART.multipliedBy(count));
        String last = "";
        try (StoredStories stored = new StoredStories(rig.bootstrapServers(), GROUP, PARTITIONS)) {
            for (int i = 0; i < count; i++) {
                time = time.plus(APART);
                StoryArticle article = news.next(time);
                stored.write(article, desk.join(article, time));
                last = article.uri();
            }
        }
        return last;
    }

    /** @param stories fewest that the answer must list */
    private double secondsToAnswer(Rig rig, int stories) throws InterruptedException {
        long begun = System.nanoTime();
        MeasuredService service = rig.beginService(options.serviceCpus);
        while (!service.answers("/api/stories?limit=1", stories == 0 ? "\"stories\"" : "urn:dateline:story:")) {
            if (!service.process().isAlive()) {
                throw new IllegalStateException("the service ended");
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void report(Rig rig, Path states, String last) throws IOException {
        MeasuredService service = rig.services().iterator().next();
        if (!service.answers("/api/articles/" + last + "/story", "urn:dateline:story:")) {
            throw new IllegalStateException("the last article has no story");
        }
        System.out.printf(
                Locale.ROOT,
                "  %d MB of state on the disk, %d MB resident%n",
                megabytes(states),
                CpuTime.residentMb(service.process().pid()));
    }

    private static long megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1_000_000;
        }
    }
}
