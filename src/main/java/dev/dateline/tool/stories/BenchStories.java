package dev.dateline.tool.stories;

import com.sun.management.OperatingSystemMXBean;
import dev.dateline.story.Desk;
import dev.dateline.story.Outcome;
import dev.dateline.story.Settings;
import dev.dateline.story.Stored;
import dev.dateline.story.StoryArticle;
import dev.dateline.tool.labelled.Figures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * One desk on a made-up stream, on one thread, in CPU time: what an article costs with a small and with a large window,
 * measured in turn; articles a second with the large one, the collector's work and all else of the process counted in;
 * state; time to restore. A million articles want {@code -Xmx8g}.
 */
@Command(name = "stories", description = "Measure a desk: articles a second, state, time to restore.")
public final class BenchStories implements Callable<Integer> {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration APART = Duration.ofMillis(500);
    private static final int BLOCK = 500;
    private static final int BLOCKS = 40;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

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

    /** A desk whose window is full, and the stream that goes on. */
    private static final class Filled {
        private final Settings settings;
        private final MadeUpNews news;
        private Desk desk;
        private Instant time = BEGINNING;
        private long nanos;
        private int measured;
        private long stored;

        Filled(int articles, long seed) {
            settings = window(articles);
            desk = new Desk("en", settings);
            news = new MadeUpNews(seed);
        }

        void take(int articles) {
            for (int i = 0; i < articles; i++) {
                StoryArticle article = next();
                desk.join(article, article.publishedAt());
            }
        }

        /** Takes so many articles, then goes on with a desk restored from what they left; in seconds. */
        double restore(int articles) {
            Map<String, byte[]> store = new HashMap<>();
            for (int i = 0; i < articles; i++) {
                StoryArticle article = next();
                Outcome outcome = desk.join(article, article.publishedAt());
                outcome.stored().forEach(entry -> store.put(entry.key(), entry.value()));
                outcome.removed().forEach(store::remove);
            }
            Desk fresh = new Desk("en", settings);
            long start = System.nanoTime();
            store.values().forEach(fresh::restore);
            fresh.restored();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (fresh.articles() != desk.articles() || fresh.openStories() != desk.openStories()) {
                throw new IllegalStateException("restored " + fresh.articles() + " articles of " + desk.articles());
            }
            desk = fresh;
            return seconds;
        }

        StoryArticle next() {
            time = time.plus(APART);
            return news.next(time);
        }

        /** Takes in a block of articles that are made before the clock runs. */
        void measure(LongSupplier clock) {
            List<StoryArticle> block = Stream.generate(this::next).limit(BLOCK).toList();
            long start = clock.getAsLong();
            for (StoryArticle article : block) {
                for (Stored entry : desk.join(article, article.publishedAt()).stored()) {
                    stored += entry.key().startsWith("article:" + article.uri()) ? entry.value().length : 0;
                }
            }
            nanos += clock.getAsLong() - start;
            measured += BLOCK;
        }

        double micros() {
            return nanos / 1e3 / measured;
        }

        double storedBytes() {
            return (double) stored / measured;
        }

        void reset() {
            nanos = 0;
            measured = 0;
            stored = 0;
        }
    }

    @Override
    public Integer call() throws IOException {
        if (restored > large) {
            throw new IOException("--restored is more than --large: the large window is filled from what is restored");
        }
        new Filled(small, 1).take(small);
        Filled narrow = new Filled(small, 2);
        narrow.take(small + small / 20);
        long before = usedHeap();
        Filled wide = new Filled(large, 2);
        double restoreSeconds = wide.restore(restored);
        // A part of the window is turned over.
        wide.take(large - restored + large / 20);
        double heap = (double) (usedHeap() - before) / wide.desk.articles();
        // In turn, so that whatever else the machine does falls on both.
        for (int block = 0; block < BLOCKS; block++) {
            narrow.measure(THREAD::getCurrentThreadCpuTime);
            wide.measure(THREAD::getCurrentThreadCpuTime);
        }
        double narrowMicros = narrow.micros();
        double wideMicros = wide.micros();
        double storedBytes = wide.storedBytes();
        wide.reset();
        for (int block = 0; block < BLOCKS; block++) {
            wide.measure(PROCESS::getProcessCpuTime);
        }
        return new Figures()
                .with("articlesPerSecond", 1e6 / wide.micros())
                .with("microsPerArticleSmall", narrowMicros)
                .with("microsPerArticleLarge", wideMicros)
                .with("costRatio", wideMicros / narrowMicros)
                .with("storedBytesPerArticle", storedBytes)
                .with("heapBytesPerArticle", heap)
                .with("storiesPerArticle", (double) wide.desk.openStories() / wide.desk.articles())
                .with("wordsSeen", wide.news.words())
                .with("restoredArticles", restored)
                .with("restoreSeconds", restoreSeconds)
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

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
