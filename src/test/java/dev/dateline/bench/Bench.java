package dev.dateline.bench;

import dev.dateline.tool.enrich.BenchEnrich;
import dev.dateline.tool.knowledge.BenchKnowledge;
import dev.dateline.tool.stories.BenchStories;
import dev.dateline.tool.topics.BenchTopics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The entry point of {@code mvn -Pbench}: each measurement is a command of its own. */
@Command(
        name = "bench",
        description = "Measure the packaged service on a broker in a process of its own, and its parts.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            SaturatedService.class,
            Latency.class,
            Recalls.class,
            Restore.class,
            Platform.class,
            Growth.class,
            Start.class,
            HotLoops.class,
            BenchEnrich.class,
            BenchKnowledge.class,
            BenchStories.class,
            BenchTopics.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(commands().execute(args));
    }

    /** All measurements, for more to be added. */
    public static CommandLine commands() {
        return new CommandLine(new Bench());
    }
}
