package dev.dateline.fuzz;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What Jazzer calls. Jazzer's bytes are the generator's choices, so that what it learns from one input it can use in the
 * next. {@code mvn verify -Pfuzz} starts {@link #main}, which gives each attack a Jazzer of its own, one after the other.
 */
public final class CoverageGuided {
    private static final int MOST = 300;

    private CoverageGuided() {}

    /** Loading the models is no input's time. */
    public static void fuzzerInitialize() {
        Target.SERVICE.stages();
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        Target.ATTACK.strike(Draw.from(bytes), MOST, Target.SERVICE);
    }

    /** Loaded in Jazzer's processes only. */
    private static final class Target {
        static final Service SERVICE = Service.withShippedModels();
        static final Attack ATTACK = Attack.valueOf(System.getProperty("fuzz.attack", "DECODER"));
    }

    /** @param args how many inputs in all */
    public static void main(String[] args) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder();
        boolean broken = false;
        for (Attack attack : Attack.values()) {
            long runs = attack.of(Long.parseLong(args[0]));
            int exitCode = jazzer(attack, runs).waitFor();
            broken |= exitCode != 0;
            table.append(String.format(
                    Locale.ROOT,
                    "%-18s %,10d inputs by coverage   %s%n",
                    attack,
                    runs,
                    exitCode == 0 ? "no finding" : "a finding: target/guided-" + attack + ".log"));
        }
        Files.writeString(Path.of("target/fuzz-guided.txt"), table);
        System.out.println(table);
        System.exit(broken ? 1 : 0);
    }

    private static Process jazzer(Attack attack, long runs) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Dfuzz.attack=" + attack,
                        "-classpath",
                        requireNonNull(System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + CoverageGuided.class.getName(),
                        "--instrumentation_includes=dev.dateline.**",
                        "-runs=" + runs,
                        "-max_len=2000",
                        "-timeout=20",
                        "-artifact_prefix=target/guided-" + attack + "-"))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/guided-" + attack + ".log").toFile())
                .start();
    }
}
