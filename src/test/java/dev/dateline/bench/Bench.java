package dev.dateline.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The entry point of {@code mvn -Pbench-service}: each measurement is a command of its own. */
@Command(
        name = "bench",
        description = "Measure the packaged service on a broker in a process of its own.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            SaturatedService.class,
            Latency.class,
            Recalls.class,
            Restore.class,
            Platform.class,
            Growth.class,
            HotLoops.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
