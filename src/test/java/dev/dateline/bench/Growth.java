package dev.dateline.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How time grows with the length of articles, and throughput with partitions and processes. */
@Command(name = "growth", description = "Longer articles, more partitions, more processes.")
final class Growth implements Callable<Integer> {
    @Mixin
    private final RigOptions options = new RigOptions();

    @Option(names = "--lengths", split = ",", description = "of articles in words, e.g. 100,1000,10000,100000")
    private List<Integer> lengths = new ArrayList<>();

    @Option(names = "--over-partitions", split = ",", description = "e.g. 1,3,12")
    private List<Integer> partitions = new ArrayList<>();

    @Option(names = "--processes", split = ",", description = "e.g. 1,2,3; on all processors, or each on one: --pin")
    private List<Integer> processes = new ArrayList<>();

    @Option(
            names = "--pin",
            description = "each process on one processor, by turns, and the broker on the same ones unless told")
    private boolean pin;

    @Option(
            names = "--count",
            defaultValue = "1000",
            description = "articles of 400 words, or as many words (default: ${DEFAULT-VALUE})")
    private int count;

    @Override
    public Integer call() throws InterruptedException {
        for (int words : lengths) {
            // A long article is allowed its time: it is the growth that is asked for.
            options.settings.putIfAbsent("dateline.enrich.stage-deadline", "120s");
            int articles = Math.max(4, (int) Math.min(count, count * 400L / words));
            News news = News.ofLength(options.articles, words, articles);
            Saturation got = SaturatedService.measure(options, news, List.of(options.serviceCpus), articles, articles);
            System.out.printf(
                    Locale.ROOT,
                    "%6d words: %7.1f ms of processor time each, %.2f ms for 1,000 words%n",
                    words,
                    got.cpuMillisEach(),
                    got.cpuMillisEach() * 1000 / words);
        }
        for (int each : partitions) {
            options.partitions = each;
            Saturation got = SaturatedService.measure(options, List.of(options.serviceCpus), count / 2, count);
            System.out.printf(
                    Locale.ROOT,
                    "%2d partitions: %.1f articles/s, %.1f ms each%n",
                    each,
                    got.articlesPerSecond(),
                    got.cpuMillisEach());
        }
        String broker = options.brokerCpus;
        double one = 0;
        for (int each : processes) {
            List<String> cpus = new ArrayList<>(Collections.nCopies(each, options.serviceCpus));
            if (pin) {
                int processors = Runtime.getRuntime().availableProcessors();
                cpus.replaceAll(any -> "");
                for (int i = 0; i < each; i++) {
                    cpus.set(i, String.valueOf(i % processors));
                }
                options.brokerCpus = broker.isEmpty() ? String.join(",", Set.copyOf(cpus)) : broker;
            }
            Saturation got = SaturatedService.measure(options, cpus, count / 2 * each, count * each);
            one = one == 0 ? got.articlesPerSecond() : one;
            System.out.printf(
                    Locale.ROOT,
                    "%d processes: %.1f articles/s, %.2f times the first, %.1f ms of processor time each%n",
                    each,
                    got.articlesPerSecond(),
                    got.articlesPerSecond() / one,
                    got.cpuMillisEach());
        }
        return 0;
    }
}
