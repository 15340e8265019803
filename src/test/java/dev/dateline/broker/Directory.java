package dev.dateline.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a broker keeps its logs, or a service its state.
 *
 * @param kept whether it outlives the process
 */
public record Directory(Path path, boolean kept) {
    public static Directory temporary() {
        try {
            return new Directory(Files.createTempDirectory("dateline-"), false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void release() {
        if (kept) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException alreadyGone) {
            // What it was for is done.
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove the directory " + path, failure);
        }
    }
}
