package dev.dateline.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.dateline.story.Desk;
import dev.dateline.story.Outcome;
import dev.dateline.story.Settings;
import dev.dateline.wire.EnrichedDecoder;
import dev.dateline.wire.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a release wrote stays readable, and what it promised stays true: fields are only added, and readers pass over those
 * they do not know.
 */
class ReleaseTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static Stream<Recorded> releases() throws IOException {
        return Recorded.all();
    }

    /** {@code mvn test -Dtest=ReleaseTest -Drelease.record=0.2}, once, when the release is made. */
    @Test
    @EnabledIfSystemProperty(named = "release.record", matches = "[0-9.]+")
    void isRecorded() throws IOException {
        RecordRelease.to(System.getProperty("release.record"));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itsRecordsAreAllowedByTodaysSchemas(Recorded release) throws IOException {
        assertThat(release.records())
                .extracting(Recorded.Line::schema)
                .contains(
                        "article-enriched",
                        "entity-mention",
                        "topic-mention",
                        "quotation",
                        "article-story",
                        "story",
                        "story-change");
        for (Recorded.Line line : release.records()) {
            JsonSchema schema = SCHEMAS.getSchema(
                    SchemaLocation.of("classpath:META-INF/resources/schemas/" + line.schema() + ".schema.json"));

            assertThat(schema.validate(line.value()))
                    .as("%s %s", line.schema(), line.key())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itsSchemasHaveOnlyBeenWidened(Recorded release) throws IOException {
        for (Path before : release.schemas().toList()) {
            String name = before.getFileName().toString();
            boolean output = !name.matches("article-(minimal|ninjs).*");
            Path now = Recorded.SCHEMAS.resolve(name);

            assertThat(now).exists();
            assertThat(Narrowing.between(
                            Recorded.tree(Files.readString(before)), Recorded.tree(Files.readString(now)), output))
                    .as(name)
                    .isEmpty();
        }
    }

    /** So that the test above could fail. */
    @Test
    void aNarrowerSchemaIsSeen() {
        JsonNode before = Recorded.tree(
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"enum\":[\"x\",\"y\"]},\"b\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"maxLength\":9}}}}");
        for (String narrower : List.of(
                "{\"type\":\"object\",\"required\":[\"a\",\"b\"],\"properties\":{\"a\":{\"enum\":[\"x\",\"y\"]},\"b\":{}}}",
                "{\"type\":\"object\",\"required\":[],\"properties\":{\"a\":{\"enum\":[\"x\",\"y\"]},\"b\":{}}}",
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"enum\":[\"x\"]},\"b\":{}}}",
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"enum\":[\"x\",\"y\"]}}}",
                "{\"type\":\"object\",\"required\":[\"a\"],\"additionalProperties\":false,\"properties\":{\"a\":{\"enum\":[\"x\",\"y\"]},\"b\":{}}}",
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"enum\":[\"x\",\"y\"]},\"b\":{\"items\":{\"maxLength\":8}}}}")) {
            assertThat(Narrowing.between(before, Recorded.tree(narrower), true))
                    .as(narrower)
                    .isNotEmpty();
        }
        assertThat(Narrowing.between(
                        before,
                        Recorded.tree(before.toString()
                                .replace("\"y\"", "\"y\",\"z\"")
                                .replace("\"b\":{", "\"c\":{},\"b\":{")),
                        true))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itsEnrichedArticlesAreReadByTheStoriesAndSoAreThoseOfALaterOne(Recorded release) throws Exception {
        Desk desk = new Desk("en", Settings.DEFAULT);
        int joined = 0;
        for (Recorded.Line line : release.records()) {
            if (line.schema().equals("article-enriched")) {
                EnrichedDecoder.Head head = EnrichedDecoder.head(line.bytes());
                if (head.recalled().isEmpty()) {
                    assertThat(EnrichedDecoder.whole(later(line), RecordRelease.CAME)
                                    .article()
                                    .orElseThrow())
                            .usingRecursiveComparison()
                            .isEqualTo(EnrichedDecoder.whole(line.bytes(), RecordRelease.CAME)
                                    .article()
                                    .orElseThrow());
                    joined += join(desk, line).assignments().size();
                }
            }
        }
        assertThat(joined).isGreaterThanOrEqualTo(4);
        // As it was decided then.
        for (Recorded.Line line : release.records()) {
            if (line.schema().equals("article-story")) {
                assertThat(desk.assignment(line.key()))
                        .hasValueSatisfying(now -> assertThat(now.storyId())
                                .isEqualTo(line.value().path("story").asText()));
            }
        }
    }

    /** With fields that no reader of today knows. */
    private static byte[] later(Recorded.Line line) {
        ObjectNode record = line.value().deepCopy();
        record.putObject("fieldOfALaterRelease").put("a", 1);
        record.path("annotations")
                .forEach(annotation -> ((ObjectNode) annotation)
                        .putArray("fieldOfALaterRelease")
                        .add(1));
        record.path("entities").forEach(entity -> ((ObjectNode) entity).put("fieldOfALaterRelease", true));
        return new Recorded.Line(line.schema(), line.key(), record).bytes();
    }

    private static Outcome join(Desk desk, Recorded.Line line) throws UnreadableException {
        return desk.join(
                EnrichedDecoder.whole(line.bytes(), RecordRelease.CAME)
                        .article()
                        .orElseThrow(),
                RecordRelease.CAME);
    }

    /** An upgrade goes on with what the release left in its stores. */
    @ParameterizedTest
    @MethodSource("releases")
    void theStateOfItsStoriesIsReadBack(Recorded release) throws Exception {
        Desk desk = new Desk("en", Settings.DEFAULT);
        List<String> state = release.lines(Recorded.STATE);
        for (String entry : state) {
            desk.restore(HexFormat.of().parseHex(entry.substring(entry.indexOf('\t') + 1)));
        }
        desk.restored();

        long articles =
                state.stream().filter(entry -> entry.startsWith("article:")).count();
        assertThat(articles).isGreaterThanOrEqualTo(3);
        assertThat(desk.articles()).isEqualTo((int) articles);
        for (Recorded.Line line : release.records()) {
            if (line.schema().equals("article-story")) {
                assertThat(desk.assignment(line.key()))
                        .hasValueSatisfying(now -> assertThat(now.storyId())
                                .isEqualTo(line.value().path("story").asText()));
            }
        }
        // A version that it knows already changes nothing.
        for (Recorded.Line line : release.records()) {
            if (line.schema().equals("article-enriched")
                    && EnrichedDecoder.head(line.bytes()).recalled().isEmpty()) {
                assertThat(join(desk, line).isEmpty()).as(line.key()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itsPropertiesKeepTheirNames(Recorded release) throws IOException {
        assertThat(properties()).containsAll(release.lines(Recorded.PROPERTIES));
    }

    /** As the README lists them, which another test holds to the code. */
    static List<String> properties() throws IOException {
        return Pattern.compile("^\\| `(dateline\\.[a-zA-Z.*-]+)` \\|[^|]*\\|[^|]*\\|$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1))
                .sorted()
                .toList();
    }
}
