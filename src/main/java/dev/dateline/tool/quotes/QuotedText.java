package dev.dateline.tool.quotes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.tool.labelled.LabelledText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text with its quotations as people marked them: {@code {"id","text","quotes":[{"content","cue","source"}]}}. */
record QuotedText(String id, String text, List<Marked> quotes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    QuotedText {
        quotes = List.copyOf(quotes);
    }

    /**
     * A quotation; each list in text order, empty where the text says nothing of it.
     *
     * @param content what was said
     * @param cue the reporting words
     * @param source who said it
     */
    record Marked(List<Span> content, List<Span> cue, List<Span> source) {
        Marked {
            content = List.copyOf(content);
            cue = List.copyOf(cue);
            source = List.copyOf(source);
        }
    }

    /** A stretch in code points, end exclusive. */
    record Span(int start, int end) {
        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }
    }

    /**
     * Reads a file of such lines; blank ones are passed over.
     *
     * @throws IOException with a sentence that names the file and the line, if one is not in this form
     */
    static List<QuotedText> read(Path file) throws IOException {
        List<QuotedText> all = new ArrayList<>();
        List<String> lines = LabelledText.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                all.add(parsed(lines.get(i), file + " line " + (i + 1)));
            }
        }
        if (all.isEmpty()) {
            throw new IOException(file + " holds no texts");
        }
        return all;
    }

    private static QuotedText parsed(String line, String where) throws IOException {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            throw new IOException(where + " is not JSON: " + notJson.getOriginalMessage(), notJson);
        }
        if (!node.path("text").isTextual() || !node.path("quotes").isArray()) {
            throw new IOException(where + " needs a string \"text\" and an array \"quotes\"");
        }
        String text = node.path("text").textValue();
        int length = text.codePointCount(0, text.length());
        List<Marked> quotes = new ArrayList<>();
        for (JsonNode quote : node.path("quotes")) {
            List<Span> content = spans(quote.path("content"), length, where);
            if (content.isEmpty()) {
                throw new IOException(where + " has a quotation without content");
            }
            quotes.add(new Marked(
                    content, spans(quote.path("cue"), length, where), spans(quote.path("source"), length, where)));
        }
        return new QuotedText(node.path("id").asText(), text, quotes);
    }

    private static List<Span> spans(JsonNode pairs, int length, String where) throws IOException {
        List<Span> spans = new ArrayList<>();
        for (JsonNode pair : pairs) {
            int start = pair.path(0).asInt(-1);
            int end = pair.path(1).asInt(-1);
            if (start < 0 || end <= start || end > length) {
                throw new IOException(where + " has a span that is not [start, end] inside the text: " + pair);
            }
            spans.add(new Span(start, end));
        }
        return spans;
    }

    static void write(List<QuotedText> texts, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (QuotedText text : texts) {
                ObjectNode node = JSON.createObjectNode().put("id", text.id()).put("text", text.text());
                ArrayNode quotes = node.putArray("quotes");
                for (Marked marked : text.quotes()) {
                    ObjectNode quote = quotes.addObject();
                    put(quote.putArray("content"), marked.content());
                    put(quote.putArray("cue"), marked.cue());
                    put(quote.putArray("source"), marked.source());
                }
                out.write(node.toString());
                out.newLine();
            }
        }
    }

    private static void put(ArrayNode into, List<Span> spans) {
        for (Span span : spans) {
            into.addArray().add(span.start()).add(span.end());
        }
    }
}
