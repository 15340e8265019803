package dev.dateline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a start takes, and memory, on one Java runtime after the other. */
@Command(
        name = "start",
        description = "A start until its models are loaded, until it is ready, and memory after articles.")
final class Start implements Callable<Integer> {
    private static final String WITH_CACHE = ":aot";
    private static final String CACHE = "target/bench.aot";
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    @Mixin
    private final RigOptions options = new RigOptions();

    @Option(
            names = "--java-homes",
            split = ",",
            description = "Java runtimes; with :aot behind it, one that first trains a cache (default: this one)")
    private List<String> homes = new ArrayList<>();

    @Option(names = "--count", defaultValue = "1000", description = "articles (default: ${DEFAULT-VALUE})")
    private int count;

    @Override
    public Integer call() throws InterruptedException {
        News news = options.news();
        List<String> javaOptions = List.copyOf(options.javaOptions);
        try (Rig rig = new Rig(options)) {
            int sent = 0;
            for (String home : homes.isEmpty() ? List.of(options.javaHome) : homes) {
                options.javaHome = home.replace(WITH_CACHE, "");
                if (home.endsWith(WITH_CACHE)) {
                    options.javaOptions = with(javaOptions, "-XX:AOTCacheOutput=" + CACHE);
                    rig.startService(options.serviceCpus);
                    rig.endServices();
                    options.javaOptions = with(javaOptions, "-XX:AOTCache=" + CACHE);
                }
                System.out.println(home);
                sent = measure(rig, news, sent);
                options.javaOptions = javaOptions;
            }
        }
        return 0;
    }

    private static List<String> with(List<String> options, String one) {
        List<String> all = new ArrayList<>(options);
        all.add(one);
        return all;
    }

    /** Returns how many articles have been sent. */
    private int measure(Rig rig, News news, int before) throws InterruptedException {
        long begun = System.nanoTime();
        MeasuredService service = rig.beginService(options.serviceCpus);
        for (String state : List.of("started", "ready")) {
            while (service.process().status("/q/health/" + state) != 200) {
                if (!service.process().isAlive()) {
                    throw new IllegalStateException("the service ended");
                }
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
            print(state, service, begun);
        }
        rig.send(news, before, before + count);
        rig.awaitEnriched(before + count);
        rig.awaitStories(count);
        print(count + " articles", service, begun);
        rig.endServices();
        return before + count;
    }

    private static void print(String state, MeasuredService service, long begun) {
        System.out.printf(
                Locale.ROOT,
                "  %-14s after %5.1f s, %5.1f s of processor time, %d MB resident%n",
                state,
                (System.nanoTime() - begun) / 1e9,
                service.cpu().seconds(),
                CpuTime.residentMb(service.process().pid()));
    }
}
