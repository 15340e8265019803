package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.story.Assignment;
import dev.dateline.story.Change;
import dev.dateline.story.Delta;
import dev.dateline.story.Duplicate;
import dev.dateline.story.Named;
import dev.dateline.story.Outcome;
import dev.dateline.story.Recall;
import dev.dateline.story.Story;
import dev.dateline.story.Subject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoriesEncoderTest {
    private static final Instant EARLY = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-01T09:30:00Z");
    private static final String FERRY = "urn:dateline:story:en:0a1b";
    private static final String BOAT = "urn:dateline:story:en:2c3d";

    @Test
    void keysAreThoseOfTheContract() {
        assertThat(records())
                .extracting(record ->
                        record.channel() + " " + new String(record.key(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("STORY_CHANGES " + FERRY, "ARTICLE_STORIES urn:a:2", "STORIES " + FERRY, "STORIES " + BOAT);
    }

    @Test
    void equalOutcomesGiveEqualBytes() {
        assertThat(records()).usingRecursiveComparison().isEqualTo(records());
    }

    @Test
    void aDeltaCitesBothSides() {
        JsonNode delta = records().stream()
                .map(Enriched::value)
                .filter(value -> value.path("change").asText().equals("delta"))
                .findFirst()
                .orElseThrow();

        assertThat(delta.at("/earlier/exact").asText()).isEqualTo("12 people");
        assertThat(delta.at("/later/articleUri").asText()).isEqualTo("urn:a:2");
        assertThat(delta.at("/later/value").asText()).isEqualTo("killed 15");
    }

    /** One of each kind. */
    static List<Outgoing> records() {
        Outcome outcome = new Outcome(
                List.of(
                        new Assignment("urn:a:1", 1, FERRY, Optional.empty(), 1, false),
                        new Assignment(
                                "urn:a:2",
                                1,
                                FERRY,
                                Optional.of(new Duplicate("urn:a:1", Duplicate.Kind.EDITED, 0.81237)),
                                0.9,
                                false),
                        new Assignment("urn:a:3", 1, BOAT, Optional.empty(), 0.5, true)),
                List.of(
                        change(Change.Kind.OPENED, Optional.empty(), Optional.empty(), Optional.empty()),
                        change(Change.Kind.JOINED, Optional.empty(), Optional.empty(), Optional.empty()),
                        change(Change.Kind.MERGED, Optional.of(BOAT), Optional.empty(), Optional.empty()),
                        change(Change.Kind.CORRECTED, Optional.empty(), Optional.empty(), Optional.empty()),
                        change(Change.Kind.KILLED, Optional.empty(), Optional.of(Recall.WITHHELD), Optional.empty()),
                        change(Change.Kind.CLOSED, Optional.empty(), Optional.empty(), Optional.empty()),
                        change(
                                Change.Kind.DELTA,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new Delta(
                                        "casualty",
                                        new Delta.Side("urn:a:1", "Coast Daily", 10, 19, "12 people", "killed 12"),
                                        new Delta.Side("urn:a:2", "", 4, 6, "15", "killed 15"))))),
                List.of(
                        story(FERRY, Story.State.OPEN, Optional.empty()),
                        story(BOAT, Story.State.MERGED, Optional.of(FERRY)),
                        story(BOAT, Story.State.CLOSED, Optional.empty())),
                List.of(),
                List.of());
        List<Outgoing> records = new ArrayList<>();
        new StoriesEncoder(URI.create("/dateline"), URI.create("/schemas/"))
                .encode(outcome, (record, version) -> records.add(record));
        return records;
    }

    private static Change change(
            Change.Kind kind, Optional<String> into, Optional<Recall> recall, Optional<Delta> delta) {
        return new Change(FERRY, kind, "urn:a:2", LATE, into, recall, delta);
    }

    private static Story story(String id, Story.State state, Optional<String> into) {
        return new Story(
                id,
                "en",
                new Story.Headline("Ferry aground off Halden", "urn:a:1"),
                List.of(
                        new Story.Member("urn:a:2", "", LATE, "Ferry aground", Optional.of("urn:a:1")),
                        new Story.Member("urn:a:1", "Coast Daily", EARLY, "", Optional.empty())),
                Map.of("Coast Daily", 1),
                List.of(new Named("urn:dateline:location:halden", "location", "Halden", 0.41)),
                List.of(new Subject("medtop:20000139", "disaster and accident", 0.9)),
                EARLY,
                LATE,
                2,
                0.3333,
                state,
                into);
    }
}
