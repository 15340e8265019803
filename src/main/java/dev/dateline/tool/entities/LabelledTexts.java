package dev.dateline.tool.entities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.tool.entities.LabelledText.Span;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The form that {@code eval} and {@code train} read: one JSON object a line. */
final class LabelledTexts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledTexts() {}

    /**
     * Reads a file.
     *
     * @throws IOException naming the file and line, if a line is not of that form
     */
    static List<LabelledText> read(Path file) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        if (!Files.isReadable(file)) {
            throw new IOException("cannot read " + file);
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    texts.add(parsed(line, file + " line " + number));
                }
            }
        }
        if (texts.isEmpty()) {
            throw new IOException(file + " holds no texts");
        }
        return texts;
    }

    private static LabelledText parsed(String line, String where) throws IOException {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (IOException notJson) {
            throw new IOException(where + " is not JSON", notJson);
        }
        if (!node.path("text").isTextual() || !node.path("spans").isArray()) {
            throw new IOException(where + " needs a string \"text\" and an array \"spans\"");
        }
        String text = node.path("text").textValue();
        int length = text.codePointCount(0, text.length());
        List<Span> spans = new ArrayList<>();
        for (JsonNode span : node.path("spans")) {
            int start = span.path("start").asInt(-1);
            int end = span.path("end").asInt(-1);
            if (start < 0 || end <= start || end > length || !span.path("type").isTextual()) {
                throw new IOException(where + " has a span that is not {start, end, type} inside the text: " + span);
            }
            spans.add(new Span(start, end, span.path("type").textValue()));
        }
        return new LabelledText(node.path("id").asText(), text, spans);
    }

    static void write(List<LabelledText> texts, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (LabelledText text : texts) {
                ObjectNode node = JSON.createObjectNode().put("id", text.id()).put("text", text.text());
                ArrayNode spans = node.putArray("spans");
                for (Span span : text.spans()) {
                    spans.addObject()
                            .put("start", span.start())
                            .put("end", span.end())
                            .put("type", span.type());
                }
                out.write(node.toString());
                out.newLine();
            }
        }
    }
}
