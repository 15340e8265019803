package dev.dateline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The sample articles in the order of their file names. A {@code .json} file is a record's value byte for byte, whether or
 * not it is JSON; a {@code .headers} file of the same name holds its record headers, one {@code name: value} a line; a
 * {@code .tombstone} file holds the uri of an article to kill.
 */
final class SampleFiles {
    private static final String TOMBSTONE = ".tombstone";
    private static final String JSON = ".json";

    private SampleFiles() {}

    static List<Sample> read(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Sample> samples = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(TOMBSTONE)) {
                    samples.add(new Sample(Files.readString(file).strip(), null, List.of()));
                } else if (name.endsWith(JSON)) {
                    String stem = name.substring(0, name.length() - JSON.length());
                    samples.add(
                            sample(stem, Files.readAllBytes(file), headers(file.resolveSibling(stem + ".headers"))));
                }
            }
            return samples;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Sample sample(String stem, byte[] value, List<Header> headers) {
        return new Sample(SampleArticle.of(value).uri().orElse(stem), value, headers);
    }

    private static List<Header> headers(Path file) throws IOException {
        List<Header> headers = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int colon = line.indexOf(':');
                headers.add(new RecordHeader(
                        line.substring(0, colon),
                        line.substring(colon + 1).strip().getBytes(StandardCharsets.UTF_8)));
            }
        }
        return headers;
    }
}
