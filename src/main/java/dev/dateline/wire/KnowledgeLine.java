package dev.dateline.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.dateline.enrich.entities.knowledge.KnowledgeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An entry of a knowledge base as a JSON object on a line: keys as the columns are called, strings or numbers, and lists of
 * strings for {@code aliases} and {@code links}. Other keys may hold anything.
 */
public final class KnowledgeLine {
    private static final int MAX_NESTING = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            // The keys of others' files are unbounded.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private KnowledgeLine() {}

    /**
     * The cells in the order of {@link KnowledgeReader#COLUMNS}; of a key that is not given, the empty string.
     *
     * @throws IllegalArgumentException saying why the line is no such object
     */
    public static List<String> cells(String line) {
        List<String> cells = new ArrayList<>(Collections.nCopies(KnowledgeReader.COLUMNS.size(), ""));
        try (JsonParser json = JSON.createParser(line)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, "it starts otherwise");
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                int column = KnowledgeReader.COLUMNS.indexOf(key);
                if (column < 0) {
                    json.skipChildren();
                } else {
                    cells.set(column, cell(key, json));
                }
            }
            expect(json.nextToken() == null, "more follows the object");
        } catch (JsonProcessingException wrong) {
            JsonLocation place = wrong.getLocation();
            String at = place == null ? "" : " at character " + place.getColumnNr();
            throw new IllegalArgumentException("no JSON object of an entry: " + wrong.getOriginalMessage() + at, wrong);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a line in memory is always readable", impossible);
        }
        return cells;
    }

    private static String cell(String key, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY && (key.equals("aliases") || key.equals("links"))) {
            return list(key.equals("aliases") ? "|" : " ", json);
        }
        expect(json.currentToken().isScalarValue(), key + " is a string or a number");
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
    }

    private static String list(String separator, JsonParser json) throws IOException {
        List<String> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() == JsonToken.VALUE_STRING, "a list holds strings");
            String value = json.getText();
            expect(!value.contains(separator), "'" + value + "' holds the '" + separator + "' that separates them");
            values.add(value);
        }
        return String.join(separator, values);
    }

    private static void expect(boolean holds, String why) {
        if (!holds) {
            throw new IllegalArgumentException("no JSON object of an entry: " + why);
        }
    }
}
