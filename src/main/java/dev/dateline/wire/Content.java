package dev.dateline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.wire.text.Markup;
import dev.dateline.wire.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of the headlines, bodies or descriptions of ninjs: the same content may come in several kinds of markup.
 *
 * @param role as the sender says; empty if absent
 */
record Content(String role, Kind kind, String value) {
    /** In order of preference: characters the sender wrote are surer than our reading of markup. */
    enum Kind {
        PLAIN,
        HTML,
        XML
    }

    /** What the schema of the published article gives a type, beside the value. */
    private static final List<String> WORDS = List.of("role", "contentType");

    /** The entries of a list, or nothing when there is none. Members of a wrong type count as absent, and leave the document. */
    static List<Content> all(ObjectNode document, String list) throws RejectedException {
        JsonNode node = document.get(list);
        if (node == null || node.isNull()) {
            document.remove(list);
            return List.of();
        }
        if (!(node instanceof ArrayNode entries)) {
            throw NinjsDocument.unknown("/" + list + " is " + NinjsDocument.typeOf(node) + ", not an array");
        }
        List<Content> all = new ArrayList<>(entries.size());
        for (JsonNode entry : entries) {
            JsonNode value = entry.path("value");
            if (!value.isTextual()) {
                throw NinjsDocument.unknown("/" + list + "/" + all.size() + "/value is not a string");
            }
            WORDS.stream()
                    .filter(word -> entry.has(word) && !entry.path(word).isTextual())
                    .forEach(((ObjectNode) entry)::remove);
            String role = entry.path("role").asText().toLowerCase(Locale.ROOT);
            all.add(new Content(role, kind(entry, role, value.asText()), value.asText()));
        }
        return all;
    }

    /** The declared type counts, then the role, which 1.x and many feeds use for it; undeclared text is looked at. */
    private static Kind kind(JsonNode entry, String role, String value) {
        String type = entry.path("contentType").asText().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/plain")) {
            return Kind.PLAIN;
        }
        if (type.contains("html") || (type.isEmpty() && role.contains("html"))) {
            return Kind.HTML;
        }
        if (type.contains("xml") || type.contains("nitf") || role.equals("nitf")) {
            return Kind.XML;
        }
        return Markup.looksLikeHtml(value) ? Kind.HTML : Kind.PLAIN;
    }

    /** As paragraphs of plain text; may be empty. */
    String text() {
        return switch (kind) {
            case PLAIN -> PlainText.of(value);
            case HTML -> Markup.html(value);
            case XML -> Markup.xml(value);
        };
    }
}
