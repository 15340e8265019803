package dev.dateline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.Article;
import dev.dateline.article.PubStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A ninjs 3.1 tree, read as an article. What the service relies on ({@code uri, version, pubStatus, headlines, bodies,
 * descriptions}) must have its type; elsewhere a value of a wrong type counts as absent and passes through.
 */
final class NinjsDocument {
    /** Longer ones would blow up every key, header and mention they are copied to. */
    static final int MAX_URI_LENGTH = 2_048;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,5}");
    private static final Pattern OLDER_CONTENT = Pattern.compile("(headline|body)(_.*)?");
    private static final Set<String> NOT_TEXT =
            Set.of("picture", "video", "audio", "graphic", "composite", "component", "event", "planning");
    /** This version's own date first: it is what orders the versions of an article. */
    private static final List<String> DATES =
            List.of("versionCreated", "publishedAt", "firstCreated", "contentCreated");

    private final ObjectNode document;

    NinjsDocument(ObjectNode document) {
        this.document = document;
    }

    Decoded read() throws RejectedException {
        if (!document.has("uri") && !document.has("headlines") && !document.has("bodies")) {
            throw unknown("the object has none of the fields of an article: uri, headline(s), body or bodies");
        }
        String uri = usableUri(text("uri").orElse(""), "/uri");
        Optional<String> version = version();
        PubStatus pubStatus = pubStatus();
        document.put("pubStatus", pubStatus.ninjs());
        if (pubStatus.recalled()) {
            return new Decoded.Recall(uri, document);
        }
        ArticleText text = ArticleText.of(document);
        rejectContentLeftBehind();
        if (!text.hasBody() && isOfAnotherKind()) {
            return new Decoded.Ignored(Decoded.Ignored.Reason.NOT_TEXT);
        }
        if (text.text().isBlank()) {
            throw new RejectedException(
                    DeadLetterCode.NO_TEXT, "neither /headlines nor /bodies nor /descriptions holds any text");
        }
        Article article =
                new Article(uri, version, pubStatus, text.text(), text.parts(), language(), outlet(), publishedAt());
        return new Decoded.Usable(article, document);
    }

    /** A headline or body that the upgrade did not know how to move is of a wrong type, and without it the text differs. */
    private void rejectContentLeftBehind() throws RejectedException {
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            if (OLDER_CONTENT.matcher(field.getKey()).matches()
                    && !field.getValue().isNull()) {
                String name = field.getKey().startsWith("body") ? "body" : "headline";
                // A suffix is the sender's own word, and messages quote none.
                String suffix = field.getKey().equals(name) ? "" : "_…";
                throw unknown("/" + name + suffix + " is " + typeOf(field.getValue()) + ", not a string");
            }
        }
    }

    static String usableUri(String uri, String where) throws RejectedException {
        if (uri.isBlank()) {
            throw new RejectedException(DeadLetterCode.NO_URI, where + " is absent or blank");
        }
        if (uri.length() > MAX_URI_LENGTH) {
            throw new RejectedException(
                    DeadLetterCode.NO_URI, where + " is longer than " + MAX_URI_LENGTH + " characters");
        }
        return uri;
    }

    /** Senders count their versions as numbers or write them as strings; ninjs has strings. */
    private Optional<String> version() throws RejectedException {
        JsonNode version = document.get("version");
        if (version != null && version.isNumber()) {
            document.put("version", version.asText());
        }
        return text("version").filter(written -> !written.isBlank());
    }

    private PubStatus pubStatus() throws RejectedException {
        Optional<String> status =
                text("pubStatus").map(written -> written.strip().toLowerCase(Locale.ROOT));
        if (status.isEmpty()) {
            return PubStatus.USABLE;
        }
        return switch (status.get()) {
            case "usable" -> PubStatus.USABLE;
            case "withheld" -> PubStatus.WITHHELD;
            case "canceled", "cancelled" -> PubStatus.CANCELED;
            // To take an unknown status for usable might publish what should be held back.
            default -> throw unknown("/pubStatus is none of usable, withheld, canceled");
        };
    }

    /** A field that must be a string where it is present; null counts as absent. */
    private Optional<String> text(String field) throws RejectedException {
        JsonNode value = document.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw unknown("/" + field + " is " + typeOf(value) + ", not a string");
        }
        return Optional.of(value.asText());
    }

    /** A picture's headline and caption describe the picture; without a body of its own it is no article. */
    private boolean isOfAnotherKind() {
        return document.has("type")
                ? NOT_TEXT.contains(document.path("type").asText())
                : document.has("eventDetails") || document.has("plannedCoverage");
    }

    private Optional<String> language() {
        return Optional.of(document.path("language").asText().strip())
                .filter(tag -> LANGUAGE.matcher(tag).matches())
                .map(tag -> tag.replace('_', '-'));
    }

    /** The first information source with a name, else the holder of the rights; a by-line names people. */
    Optional<String> outlet() {
        if (document.get("infoSources") instanceof ArrayNode sources) {
            for (JsonNode source : sources) {
                Optional<String> name = OneLine.of(source.path("name"));
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return OneLine.of(document.path("copyrightHolder"));
    }

    /**
     * The first date present must be one: to fall back on another would misdate the article in silence. One that ninjs
     * would not allow is written anew, since consumers may parse more strictly than we do.
     */
    Optional<Instant> publishedAt() throws RejectedException {
        for (String field : DATES) {
            JsonNode date = document.get(field);
            if (date != null && !date.isNull()) {
                Optional<Instant> parsed = date.isTextual() ? PublicationDate.parse(date.asText()) : Optional.empty();
                if (parsed.isEmpty()) {
                    throw new RejectedException(
                            DeadLetterCode.BAD_DATE,
                            "/" + field + " is not a date of the years " + PublicationDate.FIRST_YEAR + " to "
                                    + PublicationDate.LAST_YEAR);
                }
                parsed.filter(instant -> !PublicationDate.isStrict(date.asText()))
                        .ifPresent(instant -> document.put(field, instant.toString()));
                return parsed;
            }
        }
        return Optional.empty();
    }

    static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }

    static RejectedException unknown(String message) {
        return new RejectedException(DeadLetterCode.UNKNOWN_FORMAT, message);
    }
}
