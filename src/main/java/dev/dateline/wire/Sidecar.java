package dev.dateline.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.article.Article;
import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Coordinates;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Link;
import dev.dateline.enrich.SentenceVector;
import dev.dateline.enrich.Topic;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the service adds to an article, beside the fields of ninjs. All offsets are code points, end exclusive. */
final class Sidecar {
    static final Set<String> FIELDS = Set.of(
            "text",
            "textSha256",
            "textParts",
            "detectedLanguage",
            "sentences",
            "annotations",
            "entities",
            "topics",
            "vector",
            "incomplete");

    /** A kind's own details never hide what every annotation has. */
    private static final Set<String> FIXED = Set.of("id", "kind", "start", "end", "exact", "confidence", "by");

    private static final Comparator<Annotation> TEXT_ORDER =
            Comparator.comparingInt(Annotation::start).thenComparingInt(Annotation::end);

    private Sidecar() {}

    static void write(JsonGenerator json, Enrichment enrichment) throws IOException {
        Text text = enrichment.article().text();
        json.writeStringField("text", text.value());
        json.writeStringField("textSha256", text.sha256());
        parts(json, enrichment.article().parts());
        if (enrichment.language().isPresent()) {
            language(json, enrichment.language().get());
        }
        json.writeArrayFieldStart("sentences");
        if (enrichment.sentences().isPresent()) {
            sentences(json, enrichment.sentences().get(), text);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("annotations");
        for (Annotation annotation :
                enrichment.annotations().stream().sorted(TEXT_ORDER).toList()) {
            annotation(json, annotation);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("entities");
        for (Entity entity : enrichment.entities()) {
            entity(json, entity);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("topics");
        for (Topic topic : enrichment.topics()) {
            json.writeStartObject();
            fields(json, topic);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (enrichment.vector().isPresent()) {
            vector(json, enrichment.vector().get());
        }
        incomplete(json, enrichment.incomplete());
    }

    /** The lists of an article that has been taken back: there, so that consumers need no special case, and empty. */
    static void writeEmpty(JsonGenerator json) throws IOException {
        for (String list : List.of("textParts", "sentences", "annotations", "entities", "topics", "incomplete")) {
            json.writeArrayFieldStart(list);
            json.writeEndArray();
        }
    }

    private static void parts(JsonGenerator json, List<Article.Part> parts) throws IOException {
        json.writeArrayFieldStart("textParts");
        for (Article.Part part : parts) {
            json.writeStartObject();
            json.writeStringField("role", part.role().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("start", part.start());
            json.writeNumberField("end", part.end());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void language(JsonGenerator json, Language language) throws IOException {
        json.writeObjectFieldStart("detectedLanguage");
        json.writeStringField("tag", language.tag());
        json.writeNumberField("confidence", language.confidence());
        JsonBytes.author(json, language.by());
        json.writeEndObject();
    }

    private static void sentences(JsonGenerator json, Sentences sentences, Text text) throws IOException {
        for (int s = 0; s < sentences.size(); s++) {
            json.writeArray(new int[] {text.toCodePoint(sentences.start(s)), text.toCodePoint(sentences.end(s))}, 0, 2);
        }
    }

    private static void annotation(JsonGenerator json, Annotation annotation) throws IOException {
        json.writeStartObject();
        fields(json, annotation);
        json.writeEndObject();
    }

    static void fields(JsonGenerator json, Annotation annotation) throws IOException {
        json.writeStringField("id", annotation.id());
        json.writeStringField("kind", annotation.kind());
        json.writeNumberField("start", annotation.start());
        json.writeNumberField("end", annotation.end());
        json.writeStringField("exact", annotation.exact());
        json.writeNumberField("confidence", annotation.confidence());
        JsonBytes.author(json, annotation.by());
        for (Map.Entry<String, Object> detail : annotation.details().entrySet()) {
            if (!FIXED.contains(detail.getKey())) {
                json.writeFieldName(detail.getKey());
                JsonBytes.value(json, detail.getValue());
            }
        }
    }

    private static void entity(JsonGenerator json, Entity entity) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entity.id());
        json.writeStringField("type", entity.type());
        json.writeStringField("name", entity.name());
        json.writeNumberField("salience", entity.salience());
        json.writeFieldName("mentions");
        JsonBytes.value(json, entity.mentions());
        known(json, entity);
        JsonBytes.author(json, entity.by());
        json.writeEndObject();
    }

    /** What is known of an entity beyond the article; no field for what is not known. */
    static void known(JsonGenerator json, Entity entity) throws IOException {
        if (!entity.links().isEmpty()) {
            json.writeArrayFieldStart("links");
            for (Link link : entity.links()) {
                json.writeStartObject();
                json.writeStringField("scheme", link.scheme());
                json.writeStringField("id", link.id());
                if (link.uri().isPresent()) {
                    json.writeStringField("uri", link.uri().get());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (entity.country().isPresent()) {
            json.writeStringField("country", entity.country().get());
        }
        if (entity.coordinates().isPresent()) {
            Coordinates place = entity.coordinates().get();
            json.writeObjectFieldStart("coordinates");
            json.writeNumberField("lat", place.lat());
            json.writeNumberField("lon", place.lon());
            json.writeEndObject();
        }
    }

    /** The fields of a topic, of an object that is begun. */
    static void fields(JsonGenerator json, Topic topic) throws IOException {
        json.writeStringField("code", topic.code());
        if (!topic.scheme().isEmpty()) {
            json.writeStringField("scheme", topic.scheme());
        }
        json.writeStringField("label", topic.label());
        if (topic.localLabel().isPresent()) {
            json.writeStringField("localLabel", topic.localLabel().get());
        }
        json.writeNumberField("level", topic.level());
        json.writeStringField("top", topic.top());
        json.writeNumberField("score", topic.score());
        JsonBytes.author(json, topic.by());
    }

    private static void vector(JsonGenerator json, SentenceVector vector) throws IOException {
        byte[] components = vector.components();
        json.writeObjectFieldStart("vector");
        json.writeNumberField("dimensions", components.length);
        json.writeBinaryField("int8", components);
        JsonBytes.author(json, vector.by());
        json.writeEndObject();
    }

    private static void incomplete(JsonGenerator json, List<Incomplete> incomplete) throws IOException {
        json.writeArrayFieldStart("incomplete");
        for (Incomplete missing : incomplete) {
            json.writeStartObject();
            json.writeStringField("stage", missing.stage());
            json.writeStringField("reason", missing.reason().code());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
