package dev.dateline.tool.stories;

import dev.dateline.story.Desk;
import dev.dateline.story.Outcome;
import dev.dateline.story.Settings;
import dev.dateline.story.StoryArticle;
import dev.dateline.tool.labelled.Figures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * One desk on a made-up stream, on one thread, in CPU time: articles a second with a small and with a large window, state,
 * time to restore. A million articles want {@code -Xmx10g}.
 */
@Command(name = "stories", description = "Measure a desk: articles a second, state, time to restore.")
public final class BenchStories implements Callable<Integer> {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration APART = Duration.ofMillis(500);
    private static final int MEASURED = 20_000;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @Option(names = "--small", description = "Articles in the small window (${DEFAULT-VALUE}).")
    private int small = 10_000;

    @Option(names = "--large", description = "Articles in the large window (${DEFAULT-VALUE}).")
    private int large = 1_000_000;

    @Option(names = "--restored", description = "Articles to restore (${DEFAULT-VALUE}).")
    private int restored = 500_000;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A window's figures. */
    private record Run(double microsAnArticle, double bytesAnArticle, double storiesAnArticle, double heapAnArticle) {}

    @Override
    public Integer call() throws IOException {
        run(small, 1);
        Run narrow = run(small, 2);
        Run wide = run(large, 2);
        return new Figures()
                .with("articlesPerSecond", 1e6 / wide.microsAnArticle())
                .with("microsPerArticleSmall", narrow.microsAnArticle())
                .with("microsPerArticleLarge", wide.microsAnArticle())
                .with("costRatio", wide.microsAnArticle() / narrow.microsAnArticle())
                .with("storedBytesPerArticle", wide.bytesAnArticle())
                .with("heapBytesPerArticle", wide.heapAnArticle())
                .with("storiesPerArticle", wide.storiesAnArticle())
                .with("restoredArticles", restored)
                .with("restoreSeconds", restoreSeconds())
                .report("articlesPerSecond", 0, json, spec.commandLine().getOut());
    }

    private static Settings window(int articles) {
        Settings shipped = Settings.DEFAULT;
        return new Settings(
                APART.multipliedBy(articles),
                shipped.threshold(),
                shipped.mergeThreshold(),
                shipped.publishedMembers());
    }

    /** Fills the window and turns a part of it over; only what comes then is measured. */
    private static Run run(int articles, long seed) {
        long before = usedHeap();
        Desk desk = new Desk("en", window(articles));
        MadeUpNews news = new MadeUpNews(seed);
        Instant time = BEGINNING;
        for (int i = 0; i < articles + articles / 20; i++) {
            time = time.plus(APART);
            desk.join(news.next(time), time);
        }
        List<StoryArticle> next = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            next.add(news.next(time.plus(APART.multipliedBy(i + 1))));
        }
        long bytes = 0;
        long start = CLOCK.getCurrentThreadCpuTime();
        for (StoryArticle article : next) {
            Outcome outcome = desk.join(article, article.publishedAt());
            for (var entry : outcome.stored()) {
                bytes += entry.key().startsWith("article:" + article.uri()) ? entry.value().length : 0;
            }
        }
        double micros = (CLOCK.getCurrentThreadCpuTime() - start) / 1e3 / MEASURED;
        next.clear();
        double heap = (double) (usedHeap() - before) / desk.articles();
        return new Run(micros, (double) bytes / MEASURED, (double) desk.openStories() / desk.articles(), heap);
    }

    private double restoreSeconds() {
        Map<String, byte[]> store = new HashMap<>();
        Settings settings = window(restored);
        Desk desk = new Desk("en", settings);
        MadeUpNews news = new MadeUpNews(3);
        Instant time = BEGINNING;
        for (int i = 0; i < restored; i++) {
            time = time.plus(APART);
            Outcome outcome = desk.join(news.next(time), time);
            outcome.stored().forEach(entry -> store.put(entry.key(), entry.value()));
            outcome.removed().forEach(store::remove);
        }
        int kept = desk.articles();
        desk = new Desk("en", settings);
        long start = System.nanoTime();
        store.values().forEach(desk::restore);
        desk.restored();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (desk.articles() != kept) {
            throw new IllegalStateException("restored " + desk.articles() + " articles of " + kept);
        }
        return seconds;
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
