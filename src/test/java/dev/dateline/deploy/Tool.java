package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program that may or may not be on the machine; what needs it is skipped, and says so, where it is not. */
record Tool(Path program, Path folder) {
    static Tool named(String name) {
        List<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(file -> file.toFile().canExecute())
                .toList();
        assumeTrue(!found.isEmpty(), () -> "skipped: " + name + " is not on this machine");
        return new Tool(found.get(0), Path.of("."));
    }

    Tool in(Path other) {
        return new Tool(program, other);
    }

    /** Runs it to its end; returns what it printed. */
    String succeeds(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
