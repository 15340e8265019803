package dev.dateline.tool.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An article of a set, a line as {@code {"id","text","story","publishedAt"?,"language"?}}.
 *
 * @param story its gold story; absent for an article that belongs to none
 */
record ArticleLine(
        String id, String text, Optional<String> story, Optional<Instant> publishedAt, Optional<String> language) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a file of such lines; blank ones are passed over.
     *
     * @param labelled whether each line must name its story; else none does, whatever it says
     * @throws IOException with a sentence that names the file and the line, if one is not in this form
     */
    static List<ArticleLine> read(Path file, boolean labelled) throws IOException {
        List<ArticleLine> all = new ArrayList<>();
        List<String> lines = LabelledText.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                all.add(parse(lines.get(i), labelled, file + " line " + (i + 1)));
            }
        }
        if (all.isEmpty()) {
            throw new IOException(file + " holds no article");
        }
        return all;
    }

    private static ArticleLine parse(String line, boolean labelled, String where) throws IOException {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.path("id").isTextual() || !json.path("text").isTextual()) {
                throw new IOException(where + " needs the strings id and text");
            }
            if (labelled && !json.path("story").isTextual()) {
                throw new IOException(where + " needs the string story");
            }
            return new ArticleLine(
                    json.get("id").textValue(),
                    json.get("text").textValue(),
                    labelled ? string(json, "story") : Optional.empty(),
                    string(json, "publishedAt").map(Instant::parse),
                    string(json, "language"));
        } catch (JsonProcessingException failure) {
            throw new IOException(where + " is not JSON: " + failure.getOriginalMessage(), failure);
        } catch (DateTimeException failure) {
            throw new IOException(where + " has a publishedAt that is no ISO 8601 instant", failure);
        }
    }

    private static Optional<String> string(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).textValue());
    }

    /** The line for this article, without its end. */
    String toLine() {
        ObjectNode json = JSON.createObjectNode().put("id", id).put("text", text);
        story.ifPresent(name -> json.put("story", name));
        publishedAt.ifPresent(time -> json.put("publishedAt", time.toString()));
        language.ifPresent(tag -> json.put("language", tag));
        return json.toString();
    }
}
