package dev.dateline.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.Text;
import dev.dateline.enrich.Language;
import dev.dateline.story.Claim;
import dev.dateline.story.Named;
import dev.dateline.story.Recall;
import dev.dateline.story.StoryArticle;
import dev.dateline.story.Subject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link EnrichedEncoder} wrote, as far as the stories need it. */
public final class EnrichedDecoder {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .build();

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
    private static final Set<String> CLAIMS = Set.of("amount", "date", "quote");
    private static final int MOST_DIGITS = 18;

    private EnrichedDecoder() {}

    /**
     * What decides where a record goes.
     *
     * @param language primary subtag in lower case, {@code und} where none is known
     * @param version comparable between versions of one article; empty where the sender gives neither number nor date
     * @param recalled why the article is taken back, if it is
     */
    public record Head(String language, OptionalLong version, Optional<Recall> recalled) {}

    /** Reads no further into the record than its top level. */
    public static Head head(byte[] record) throws UnreadableException {
        String language = "";
        String detected = "";
        String version = "";
        String created = "";
        String status = "";
        try (JsonParser json = MAPPER.createParser(record)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "language" -> language = string(json);
                    case "version" -> version = string(json);
                    case "versionCreated" -> created = string(json);
                    case "pubStatus" -> status = string(json);
                    case "detectedLanguage" ->
                        detected = MAPPER.<JsonNode>readTree(json).path("tag").asText();
                    default -> json.skipChildren();
                }
            }
        } catch (IOException malformed) {
            throw new UnreadableException("not an enriched article", malformed);
        }
        return head(language, detected, version, created, status);
    }

    private static Head head(ObjectNode json) {
        return head(
                json.path("language").textValue(),
                json.path("detectedLanguage").path("tag").asText(),
                json.path("version").textValue(),
                json.path("versionCreated").textValue(),
                json.path("pubStatus").textValue());
    }

    private static Head head(
            @Nullable String language,
            String detected,
            @Nullable String version,
            @Nullable String created,
            @Nullable String status) {
        String given = language == null ? "" : language;
        return new Head(
                primary(detected.isEmpty() || detected.equals(Language.UNDETERMINED) ? given : detected),
                version(version == null ? "" : version, created == null ? "" : created),
                recall(status == null ? "" : status));
    }

    private static String string(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        return "";
    }

    private static String primary(String tag) {
        String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return primary.matches("[a-z]{2,8}") ? primary : Language.UNDETERMINED;
    }

    /** A number as it is; else the date of the version. */
    private static OptionalLong version(String version, String created) {
        if (!version.isEmpty()
                && version.length() <= MOST_DIGITS
                && version.chars().allMatch(EnrichedDecoder::digit)) {
            return OptionalLong.of(Long.parseLong(version));
        }
        return PublicationDate.parse(created)
                .map(at -> OptionalLong.of(at.toEpochMilli()))
                .orElseGet(OptionalLong::empty);
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    private static Optional<Recall> recall(String status) {
        return switch (status) {
            case "withheld" -> Optional.of(Recall.WITHHELD);
            case "canceled" -> Optional.of(Recall.CANCELED);
            default -> Optional.empty();
        };
    }

    /**
     * All that a desk needs of a record.
     *
     * @param article absent where it is taken back
     */
    public record Whole(Head head, Optional<StoryArticle> article) {}

    /**
     * Reads all of a record, once.
     *
     * @param at when the record was written: stands for a version and a publication date that are missing
     */
    public static Whole whole(byte[] record, Instant at) throws UnreadableException {
        try {
            if (!(MAPPER.readTree(record) instanceof ObjectNode json)) {
                throw new IOException("not an object");
            }
            Head head = head(json);
            return new Whole(
                    head, head.recalled().isPresent() ? Optional.empty() : Optional.of(article(head, json, at)));
        } catch (IOException | RejectedException | IllegalArgumentException | IndexOutOfBoundsException misshapen) {
            throw new UnreadableException("not an enriched article", misshapen);
        }
    }

    private static StoryArticle article(Head head, ObjectNode json, Instant at) throws IOException, RejectedException {
        NinjsDocument ninjs = new NinjsDocument(json);
        Text text = Text.of(json.path("text").asText());
        return new StoryArticle(
                json.path("uri").asText(),
                head.version().orElse(at.toEpochMilli()),
                head.language(),
                ninjs.publishedAt().orElse(at),
                ninjs.outlet().orElse(""),
                headline(json.path("textParts"), text),
                text.value(),
                entities(json.path("entities")),
                topics(json.path("topics")),
                claims(json, text),
                vector(json.path("vector").path("int8")));
    }

    /** Of length 1; none where the record has none. */
    private static Optional<float[]> vector(JsonNode int8) throws IOException {
        if (!int8.isTextual()) {
            return Optional.empty();
        }
        byte[] components = int8.binaryValue();
        double squares = 0;
        for (byte component : components) {
            squares += (double) component * component;
        }
        if (squares == 0) {
            return Optional.empty();
        }
        float[] vector = new float[components.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (components[i] / Math.sqrt(squares));
        }
        return Optional.of(vector);
    }

    private static String headline(JsonNode parts, Text text) {
        for (JsonNode part : parts) {
            if (part.path("role").asText().equals("headline")) {
                return text.slice(part.path("start").asInt(), part.path("end").asInt());
            }
        }
        return "";
    }

    private static List<Named> entities(JsonNode entities) {
        List<Named> named = new ArrayList<>(entities.size());
        for (JsonNode entity : entities) {
            named.add(new Named(
                    entity.path("id").asText(),
                    entity.path("type").asText(),
                    entity.path("name").asText(),
                    entity.path("salience").asDouble()));
        }
        return named;
    }

    private static List<Subject> topics(JsonNode topics) {
        List<Subject> subjects = new ArrayList<>(topics.size());
        for (JsonNode topic : topics) {
            subjects.add(new Subject(
                    topic.path("code").asText(),
                    topic.path("label").asText(),
                    topic.path("score").asDouble()));
        }
        return subjects;
    }

    /** Annotations and sentences both stand in the order of the text. */
    private static List<Claim> claims(JsonNode json, Text text) {
        JsonNode sentences = json.path("sentences");
        List<Claim> claims = new ArrayList<>();
        int sentence = 0;
        for (JsonNode annotation : json.path("annotations")) {
            String kind = annotation.path("kind").asText();
            if (!CLAIMS.contains(kind)) {
                continue;
            }
            int start = annotation.path("start").asInt();
            int end = annotation.path("end").asInt();
            while (sentence + 1 < sentences.size()
                    && sentences.path(sentence + 1).path(0).asInt() <= start) {
                sentence++;
            }
            JsonNode around = sentences.path(sentence);
            Claim.Span span = new Claim.Span(
                    start,
                    end,
                    text.slice(start, end),
                    Math.min(start, around.path(0).asInt(start)),
                    Math.max(end, around.path(1).asInt(end)));
            Claim.of(kind, span, MAPPER.convertValue(annotation, DETAILS)).ifPresent(claims::add);
        }
        return claims;
    }
}
