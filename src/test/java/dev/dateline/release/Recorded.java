package dev.dateline.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of one release, as {@link RecordRelease} wrote them. Never changed once the release is out. */
record Recorded(Path folder) {
    static final Path RELEASES = Path.of("src/test/resources/releases");
    static final Path SCHEMAS = Path.of("src/main/resources/META-INF/resources/schemas");
    static final String RECORDS = "records.jsonl";
    static final String STATE = "state.txt";
    static final String PROPERTIES = "properties.txt";
    static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Recorded> all() throws IOException {
        return children(RELEASES).filter(Files::isDirectory).map(Recorded::new);
    }

    /** One published record. */
    record Line(String schema, String key, JsonNode value) {
        byte[] bytes() {
            try {
                return JSON.writeValueAsBytes(value);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    List<Line> records() throws IOException {
        return lines(RECORDS).stream()
                .map(Recorded::tree)
                .map(line ->
                        new Line(line.get("schema").asText(), line.get("key").asText(), line.get("record")))
                .toList();
    }

    List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    Stream<Path> schemas() throws IOException {
        return children(folder.resolve("schemas"));
    }

    private static Stream<Path> children(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList().stream();
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
