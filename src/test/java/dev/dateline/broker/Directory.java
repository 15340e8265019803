package dev.dateline.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a broker keeps its logs.
 *
 * @param kept whether it outlives the broker
 */
record Directory(Path path, boolean kept) {
    static Directory temporary() {
        try {
            return new Directory(Files.createTempDirectory("dateline-broker-"), false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void release() {
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
            throw new UncheckedIOException("cannot remove the broker's directory " + path, failure);
        }
    }
}
