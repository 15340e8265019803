package dev.dateline.release;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.fuzz.Service;
import dev.dateline.story.Desk;
import dev.dateline.story.Outcome;
import dev.dateline.story.Settings;
import dev.dateline.wire.EnrichedDecoder;
import dev.dateline.wire.Outgoing;
import dev.dateline.wire.StoriesEncoder;
import dev.dateline.wire.UnreadableException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the files of a release: what our own samples become, the state of their stories, schemas, names of properties. */
final class RecordRelease {
    /** A story of two outlets with a correction, a copy, another language, a recall. */
    private static final List<String> SAMPLES = List.of(
            "05-ferry-passengers",
            "18-ferry-passengers-corrected",
            "17-measles-leeds",
            "35-riga-mayor",
            "21-pokalfinale-wien",
            "37-cement-cartel-withheld");

    static final Instant CAME = Instant.parse("2026-06-01T12:00:00Z");
    private static final URI ADDRESS = URI.create("https://news.example/schemas/");

    private RecordRelease() {}

    /** @param release its folder's name */
    static void to(String release) throws IOException {
        Path folder = Files.createDirectories(Recorded.RELEASES.resolve(release));
        Service service = Service.withShippedModels();
        StoriesEncoder stories = new StoriesEncoder(URI.create("/dateline/recorded"), ADDRESS);
        Desk desk = new Desk("en", Settings.DEFAULT);
        List<String> records = new ArrayList<>();
        Map<String, String> state = new TreeMap<>();
        for (String sample : SAMPLES) {
            byte[] article = Files.readAllBytes(Path.of("src/test/resources/samples", sample + ".json"));
            List<Outgoing> enriched = service.records(Service.record(article));
            enriched.forEach(record -> records.add(line(record)));
            Outcome outcome = decided(desk, enriched.get(0));
            stories.encode(outcome, (record, version) -> records.add(line(record)));
            outcome.stored()
                    .forEach(entry -> state.put(entry.key(), HexFormat.of().formatHex(entry.value())));
            outcome.removed().forEach(state::remove);
        }
        Files.write(folder.resolve(Recorded.RECORDS), records);
        Files.write(
                folder.resolve(Recorded.STATE),
                state.entrySet().stream()
                        .map(entry -> entry.getKey() + "\t" + entry.getValue())
                        .toList());
        Files.write(folder.resolve(Recorded.PROPERTIES), ReleaseTest.properties());
        Path schemas = Files.createDirectories(folder.resolve("schemas"));
        try (var files = Files.list(Recorded.SCHEMAS)) {
            for (Path file : files.toList()) {
                Files.copy(file, schemas.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Outcome decided(Desk desk, Outgoing enriched) {
        try {
            byte[] value = requireNonNull(enriched.value());
            EnrichedDecoder.Head head = EnrichedDecoder.head(value);
            return head.recalled().isPresent()
                    ? desk.recall(
                            new String(requireNonNull(enriched.key()), StandardCharsets.UTF_8),
                            head.recalled().get(),
                            CAME)
                    : desk.join(EnrichedDecoder.whole(value, CAME).article().orElseThrow(), CAME);
        } catch (UnreadableException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static String line(Outgoing record) {
        ObjectNode line = Recorded.JSON.createObjectNode();
        line.put("schema", Service.schemaOf(record));
        line.put("key", new String(requireNonNull(record.key()), StandardCharsets.UTF_8));
        line.set("record", Recorded.tree(new String(requireNonNull(record.value()), StandardCharsets.UTF_8)));
        return line.toString();
    }
}
