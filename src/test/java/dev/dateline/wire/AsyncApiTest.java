package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.enrich.Incomplete;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Keeps the published description true to the code. */
class AsyncApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final JsonNode document = resource("asyncapi.json");

    @Test
    void namesTheTopicsThatArticlesTravel() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.path("channels").findValuesAsText("address"))
                .containsExactlyInAnyOrder(
                        "articles",
                        "articles.backfill",
                        "articles.enriched",
                        "entities",
                        "topics",
                        "quotes",
                        "articles.stories",
                        "stories",
                        "stories.changes",
                        "articles.deadletter");
    }

    @Test
    void pointsOnlyAtWhatExists() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references).hasSizeGreaterThan(20).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue();
            } else {
                assertThat(resource(reference).isObject()).as(reference).isTrue();
            }
        });
    }

    @Test
    void hasAnOperationForEveryChannelAndItsMessages() {
        for (Map.Entry<String, JsonNode> channel : document.path("channels").properties()) {
            String reference = "#/channels/" + channel.getKey();
            JsonNode operation = document.path("operations")
                    .valueStream()
                    .filter(candidate ->
                            candidate.path("channel").path("$ref").asText().equals(reference))
                    .findFirst()
                    .orElseThrow();

            assertThat(operation.path("messages").findValuesAsText("$ref"))
                    .containsExactlyElementsOf(channel.getValue()
                            .path("messages")
                            .propertyStream()
                            .map(message -> reference + "/messages/" + message.getKey())
                            .toList());
        }
    }

    @Test
    void listsEveryDeadLetterCode() {
        JsonNode codes = resource("schemas/dead-letter-headers.schema.json")
                .path("properties")
                .path("dead-letter-code")
                .path("oneOf");

        assertThat(codes.findValuesAsText("const"))
                .containsExactlyElementsOf(
                        Arrays.stream(DeadLetterCode.values()).map(Enum::name).toList());
    }

    @Test
    void listsEveryReasonForMissingFindings() {
        JsonNode reasons =
                resource("schemas/article-enriched.schema.json").at("/$defs/incomplete/properties/reason/enum");

        assertThat(reasons.valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(Arrays.stream(Incomplete.Reason.values())
                        .map(Incomplete.Reason::code)
                        .toList());
    }

    @Test
    void describesTheHeadersThatRecordsCarry() {
        List<Outgoing> records = new ArrayList<>(Enriched.records(Enriched.ARTICLE));
        records.addAll(StoriesEncoderTest.records());
        for (Outgoing record : records) {
            JsonNode headers = document.path("components")
                    .path("messages")
                    .valueStream()
                    .map(message -> message.path("headers"))
                    .filter(described -> described
                            .at("/properties/ce_type/const")
                            .asText()
                            .equals(Records.header(record, "ce_type")))
                    .findFirst()
                    .orElseThrow();

            assertThat(record.headers())
                    .extracting(Header::name)
                    .containsExactlyInAnyOrderElementsOf(headers.path("properties")
                            .propertyStream()
                            .map(Map.Entry::getKey)
                            // Added where the record goes to Kafka, since it is not the same on a replay.
                            .filter(header -> !header.equals("ce_enrichedat"))
                            .toList());
            assertThat(Records.header(record, "ce_dataschema"))
                    .containsPattern(
                            headers.at("/properties/ce_dataschema/pattern").asText());
        }
    }

    private static JsonNode resource(String path) {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream("/META-INF/resources/" + path)) {
            return JSON.readTree(Objects.requireNonNull(in, path));
        } catch (IOException unreadable) {
            throw new AssertionError(path, unreadable);
        }
    }
}
