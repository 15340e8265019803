package dev.dateline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** As many articles as the service can take: they all wait on the input before it starts. */
@Command(name = "service", description = "The whole service with more articles than it can take, exactly once.")
final class SaturatedService implements Callable<Integer> {
    @Mixin
    private final RigOptions rig = new RigOptions();

    @Option(names = "--count", defaultValue = "2000", description = "articles measured (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--warm-up",
            defaultValue = "600",
            description = "articles before those (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--process-cpus",
            split = ";",
            description = "one process for each entry, pinned to these processors, e.g. 0;1")
    private List<String> processes = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        System.out.println(measure(rig, processes.isEmpty() ? List.of(rig.serviceCpus) : processes, warmUp, count));
        return 0;
    }

    /** @param cpus a process for each entry */
    static Saturation measure(RigOptions options, List<String> cpus, int warmUp, int count)
            throws InterruptedException {
        return measure(options, options.news(), cpus, warmUp, count);
    }

    static Saturation measure(RigOptions options, News news, List<String> cpus, int warmUp, int count)
            throws InterruptedException {
        try (Rig rig = new Rig(options)) {
            cpus.forEach(rig::startService);
            // More than are measured where there are several: none of them may run dry before the others.
            rig.send(news, 0, warmUp + (cpus.size() > 1 ? 2 * count : count));
            rig.awaitEnriched(warmUp);
            Saturation.Reading before = Saturation.Reading.of(rig);
            rig.awaitEnriched(warmUp + count);
            Saturation.Reading after = Saturation.Reading.of(rig);
            // Of several, some still work on what is not measured.
            boolean stories = cpus.size() == 1
                    && options.settings
                            .getOrDefault("dateline.roles", "stories")
                            .contains("stories");
            if (stories) {
                rig.awaitStories(warmUp + count);
            }
            Saturation.Reading told = stories ? Saturation.Reading.of(rig) : after;
            return new Saturation(news.words(), count, cpus.size(), stories, before, after, told);
        }
    }
}
