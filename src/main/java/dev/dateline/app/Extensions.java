package dev.dateline.app;

import dev.dateline.enrich.Enricher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds the operator's own enrichers through {@link ServiceLoader}: those on the class path, and those in the jars of a
 * folder, since {@code java -jar} takes no class path. In the order of their stage names.
 */
final class Extensions {
    private Extensions() {}

    /** @throws UncheckedIOException if the folder cannot be read */
    static List<Enricher> in(Optional<Path> folder) {
        ClassLoader ours = Extensions.class.getClassLoader();
        ClassLoader all = folder.<ClassLoader>map(jars -> new URLClassLoader(jarsOf(jars), ours))
                .orElse(ours);
        return ServiceLoader.load(Enricher.class, all).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(enricher -> enricher.stage().name()))
                .toList();
    }

    private static URL[] jarsOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Extensions::url)
                    .toArray(URL[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("dateline.enrich.extensions: cannot read the folder " + folder, unreadable);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("a file has a URL: " + file, impossible);
        }
    }
}
