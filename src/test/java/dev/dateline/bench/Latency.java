package dev.dateline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * From the moment an article should be sent until a reader of committed records has it enriched, or in its story. The moments are fixed
 * beforehand and each article counts from its own, whenever it was really sent: a stall costs all that waited for it, so
 * that nothing is omitted (what is called coordinated omission).
 */
@Command(name = "latency", description = "Time until an article can be read enriched, at parts of the saturation.")
final class Latency implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long OUTLIER_MICROS = 2_000_000;

    @Mixin
    private final RigOptions options = new RigOptions();

    @Option(
            names = "--saturation",
            description = "articles/s that count as 100 %% (default: measured first, with --warm-up articles)")
    private double saturation;

    @Option(names = "--loads", split = ",", defaultValue = "50,80", description = "in %% (default: ${DEFAULT-VALUE})")
    private List<Integer> loads = new ArrayList<>();

    @Option(names = "--count", defaultValue = "1500", description = "articles at each load (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--warm-up", defaultValue = "1000", description = "articles before (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--stories", description = "until the article is in its story")
    private boolean stories;

    @Option(
            names = "--backfill",
            description = "articles on the other lane, for a second measurement at each load with these beside")
    private int backfill;

    @Override
    public Integer call() throws InterruptedException {
        News news = options.news();
        try (Rig rig = new Rig(options)) {
            rig.startService(options.serviceCpus);
            rig.send(news, 0, warmUp);
            rig.awaitEnriched(warmUp / 2);
            long begun = System.nanoTime();
            rig.awaitEnriched(warmUp);
            double full = saturation > 0 ? saturation : (warmUp - warmUp / 2) * 1e9 / (System.nanoTime() - begun);
            System.out.printf(Locale.ROOT, "100 %%: %.1f articles/s%n", full);
            rig.awaitStories(warmUp);
            int next = warmUp;
            for (int load : loads) {
                print(load, full * load / 100, measured(rig, news, next, full * load / 100));
                next += count;
            }
            if (backfill > 0) {
                int archive = next + loads.size() * count;
                rig.send(news, Rig.BACKFILL, archive, archive + backfill);
                for (int load : loads) {
                    print(load, full * load / 100, measured(rig, news, next, full * load / 100));
                    next += count;
                }
                System.out.printf(
                        Locale.ROOT,
                        "beside %d articles of an archive, %d of them enriched by the end%n",
                        backfill,
                        rig.read(Rig.BACKFILLING));
            }
        }
        return 0;
    }

    private Histogram measured(Rig rig, News news, int first, double perSecond) throws InterruptedException {
        Histogram micros = new Histogram(LONGEST.toNanos() / 1000, 3);
        // An article that a merge moves is told of again.
        BitSet seen = new BitSet();
        try (CommittedKeys reader =
                new CommittedKeys(rig.bootstrapServers(), stories ? Rig.ARTICLE_STORIES : Rig.ENRICHED)) {
            Schedule schedule = Schedule.soon(Duration.ofNanos((long) (1e9 / perSecond)));
            Thread sender = new Thread(() -> send(rig, news, first, schedule), "sender");
            sender.start();
            while (micros.getTotalCount() < count) {
                for (byte[] key : reader.next()) {
                    int number = NewsItem.number(key) - first;
                    if (number >= 0 && number < count && !seen.get(number)) {
                        seen.set(number);
                        micros.recordValue(Math.max(0, schedule.since(number)) / 1000);
                    }
                }
            }
            sender.join();
        }
        return micros;
    }

    private void send(Rig rig, News news, int first, Schedule schedule) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Rig.client(rig.bootstrapServers()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                byte[] article = news.json(first + i);
                schedule.await(i);
                producer.send(new ProducerRecord<>(Rig.ARTICLES, NewsItem.key(first + i), article));
            }
        }
    }

    private static void print(int load, double perSecond, Histogram micros) {
        System.out.printf(
                Locale.ROOT,
                "%3d %% (%.1f articles/s): p50 %.0f ms, p90 %.0f, p99 %.0f, p99.9 %.0f, longest %.0f of %d; above 2 s: %d%n",
                load,
                perSecond,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getValueAtPercentile(99.9) / 1e3,
                micros.getMaxValue() / 1e3,
                micros.getTotalCount(),
                micros.getCountBetweenValues(OUTLIER_MICROS, LONGEST.toNanos() / 1000));
    }
}
