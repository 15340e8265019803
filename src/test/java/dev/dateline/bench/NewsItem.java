package dev.dateline.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** An article to send, in the minimal form. */
record NewsItem(String headline, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OUTLETS = 40;
    private static final String URI = "urn:bench:article:";

    /** A headline, a blank line and a body. */
    static NewsItem of(String text) {
        int gap = text.indexOf("\n\n");
        return gap < 0
                ? new NewsItem("", text)
                : new NewsItem(text.substring(0, gap), text.substring(gap).strip());
    }

    static byte[] key(int number) {
        return uri(number).getBytes(StandardCharsets.UTF_8);
    }

    /** The inverse of {@link #key}. */
    static int number(byte[] key) {
        return Integer.parseInt(new String(key, StandardCharsets.UTF_8).substring(URI.length()));
    }

    static String uri(int number) {
        return URI + number;
    }

    byte[] json(int number, Instant publishedAt) {
        try {
            return JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("uri", uri(number))
                    .put("headline", headline)
                    .put("body", body)
                    .put("outlet", "Outlet " + number % OUTLETS)
                    .put("publishedAt", publishedAt.toString()));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    int words() {
        return body.isBlank() ? 0 : body.strip().split("\\s+", -1).length;
    }
}
