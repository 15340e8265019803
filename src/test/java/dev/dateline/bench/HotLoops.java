package dev.dateline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The innermost loops one by one, with JMH; time and garbage of a whole article in each. */
@Command(name = "hot", description = "The innermost loops, with JMH.")
final class HotLoops implements Callable<Integer> {
    @Option(names = "--only", split = ",", defaultValue = "Loop", description = "parts of names (default: all)")
    private List<String> only = new ArrayList<>();

    @Option(names = "--seconds", defaultValue = "1", description = "of one measurement (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .forks(1)
                .warmupIterations(3)
                .measurementIterations(5)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementTime(TimeValue.seconds(seconds))
                .addProfiler(GCProfiler.class);
        only.forEach(options::include);
        new Runner(options.build()).run();
        return 0;
    }
}
