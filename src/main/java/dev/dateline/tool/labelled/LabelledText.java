package dev.dateline.tool.labelled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text and its right answer; a line of a file as {@code {"id","text","label"}}. */
public record LabelledText(String id, String text, String label) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a file of such lines; blank ones are passed over.
     *
     * @throws IOException with a sentence that names the file and the line, if one is not in this form
     */
    public static List<LabelledText> read(Path file) throws IOException {
        List<LabelledText> all = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                all.add(parse(lines.get(i), file + " line " + (i + 1)));
            }
        }
        if (all.isEmpty()) {
            throw new IOException(file + " holds no labelled text");
        }
        return all;
    }

    private static LabelledText parse(String line, String where) throws IOException {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.path("id").isTextual()
                    || !json.path("text").isTextual()
                    || !json.path("label").isTextual()) {
                throw new IOException(where + " needs the strings id, text and label");
            }
            return new LabelledText(
                    json.get("id").textValue(),
                    json.get("text").textValue(),
                    json.get("label").textValue());
        } catch (JsonProcessingException failure) {
            throw new IOException(where + " is not JSON: " + failure.getOriginalMessage(), failure);
        }
    }

    /** The line for this text, without its end. */
    public String toLine() throws IOException {
        return JSON.writeValueAsString(this);
    }

    /**
     * The lines of a file in UTF-8.
     *
     * @throws IOException with a sentence that names the file
     */
    public static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException absent) {
            throw new IOException("there is no file " + file, absent);
        } catch (MalformedInputException malformed) {
            throw new IOException(file + " is not UTF-8", malformed);
        }
    }
}
