package dev.dateline.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Language;
import dev.dateline.wire.ninjs.Ninjs31;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The value on {@link Channel#ENRICHED}: a ninjs 3.1 document, its identity first, then the sender's other fields in
 * the sender's order, then the sidecar. A sender's field that bears a name of the sidecar moves under {@code original},
 * so that a consumer never takes one for the other; so does a language that is no string.
 */
final class EnrichedRecord {
    private static final String ORIGINAL = "original";
    private static final List<String> IDENTITY = List.of("standard", "uri", "version", "pubStatus", "language");

    /** All that a recall repeats: to send the withdrawn words once more would defeat it. */
    private static final List<String> RECALLED = List.of(
            "type",
            "profile",
            "firstCreated",
            "versionCreated",
            "contentCreated",
            "edNote",
            "copyrightHolder",
            "infoSources",
            "altIds");

    private EnrichedRecord() {}

    static byte[] of(ObjectNode document, Enrichment enrichment) {
        ObjectNode record = identified(document, enrichment.article().uri());
        if (!record.has("language") && !enrichment.languageTag().equals(Language.UNDETERMINED)) {
            record.put("language", enrichment.languageTag());
        }
        ObjectNode original = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            if (Sidecar.FIELDS.contains(field.getKey()) || field.getKey().equals(ORIGINAL)) {
                original.set(field.getKey(), field.getValue());
            } else if (!IDENTITY.contains(field.getKey())) {
                record.set(field.getKey(), field.getValue());
            } else if (field.getKey().equals("language") && !field.getValue().isTextual()) {
                original.set(field.getKey(), field.getValue());
            }
        }
        FoundConcepts.add(record, enrichment);
        if (!original.isEmpty()) {
            record.set(ORIGINAL, original);
        }
        return JsonBytes.of(json -> {
            write(json, record);
            Sidecar.write(json, enrichment);
        });
    }

    static byte[] of(Decoded.Recall recall) {
        ObjectNode record = identified(recall.document(), recall.uri());
        for (String field : RECALLED) {
            JsonNode value = recall.document().get(field);
            if (value != null) {
                record.set(field, value);
            }
        }
        return JsonBytes.of(json -> {
            write(json, record);
            Sidecar.writeEmpty(json);
        });
    }

    private static ObjectNode identified(ObjectNode document, String uri) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.putObject("standard")
                .put("name", Ninjs31.NAME)
                .put("version", Ninjs31.VERSION)
                .put("schema", Ninjs31.SCHEMA);
        record.put("uri", uri);
        for (String field : List.of("version", "pubStatus", "language")) {
            JsonNode value = document.get(field);
            if (value != null && value.isTextual()) {
                record.set(field, value);
            }
        }
        return record;
    }

    private static void write(JsonGenerator json, ObjectNode record) throws IOException {
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            json.writeFieldName(field.getKey());
            json.writeTree(field.getValue());
        }
    }
}
