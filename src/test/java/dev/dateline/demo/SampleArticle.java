package dev.dateline.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What the feed needs to know of a sample's bytes; nothing when they are no article, which is what some samples are for. */
final class SampleArticle {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DATES = List.of("publishedAt", "versionCreated", "versioncreated");

    private final byte[] bytes;
    private final Optional<ObjectNode> whole;

    private SampleArticle(byte[] bytes, Optional<ObjectNode> whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    static SampleArticle of(byte[] bytes) {
        try {
            JsonNode parsed = JSON.readTree(bytes);
            return new SampleArticle(
                    bytes, parsed instanceof ObjectNode object ? Optional.of(object) : Optional.empty());
        } catch (IOException notJson) {
            return new SampleArticle(bytes, Optional.empty());
        }
    }

    Optional<String> uri() {
        return article().map(article -> article.path("uri").asText()).filter(uri -> !uri.isBlank());
    }

    /** The same article as if it had been published just now, under another uri. A date that is none stays so. */
    byte[] republished(String uri, Instant now) {
        Optional<ObjectNode> article = article().filter(found -> found.has("uri"));
        if (article.isEmpty()) {
            return bytes;
        }
        article.get().put("uri", uri);
        DATES.stream()
                .filter(date -> isDate(article.get().path(date)))
                .forEach(date -> article.get().put(date, now.toString()));
        try {
            return JSON.writeValueAsBytes(whole.orElseThrow());
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The data of a CloudEvent, else the whole. */
    private Optional<ObjectNode> article() {
        return whole.map(
                object -> object.has("specversion") && object.get("data") instanceof ObjectNode data ? data : object);
    }

    private static boolean isDate(JsonNode value) {
        try {
            return value.isTextual() && OffsetDateTime.parse(value.asText()) != null;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
