package dev.dateline.enrich.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The word pieces an encoder knows, each with its number. Immutable. */
final class Vocabulary {
    private final Map<String, Integer> numbers;

    private Vocabulary(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * Reads the {@code model.vocab} object of a {@code tokenizer.json}. The core has no JSON library, and one flat object
     * of strings to whole numbers does not ask for one.
     *
     * @throws IOException if there is no such object
     */
    static Vocabulary ofTokenizerJson(InputStream json) throws IOException {
        return ofTokenizerJson(new String(json.readAllBytes(), StandardCharsets.UTF_8));
    }

    static Vocabulary ofTokenizerJson(String text) throws IOException {
        int at = text.indexOf("\"vocab\"");
        int open = at < 0 ? -1 : text.indexOf('{', at);
        if (open < 0) {
            throw new IOException("the tokenizer file has no \"vocab\" object");
        }
        Map<String, Integer> numbers = new HashMap<>(65_536);
        StringBuilder piece = new StringBuilder();
        int i = open + 1;
        while (text.charAt(i) != '}') {
            if (text.charAt(i) != '"') {
                i++;
                continue;
            }
            piece.setLength(0);
            i = readString(text, i + 1, piece);
            int from = text.indexOf(':', i) + 1;
            int to = from;
            while (text.charAt(to) != ',' && text.charAt(to) != '}') {
                to++;
            }
            numbers.put(
                    piece.toString(), Integer.parseInt(text.substring(from, to).strip()));
            i = to;
        }
        return new Vocabulary(numbers);
    }

    /** Reads a {@code vocab.txt}: a piece a line, numbered from 0. */
    static Vocabulary ofLines(InputStream lines) throws IOException {
        Map<String, Integer> numbers = new HashMap<>(65_536);
        for (String piece : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
            numbers.putIfAbsent(piece.strip(), numbers.size());
        }
        return new Vocabulary(numbers);
    }

    /** Appends the JSON string whose first character stands at {@code i}; returns the index past its closing quote. */
    static int readString(String text, int i, StringBuilder into) {
        while (text.charAt(i) != '"') {
            char c = text.charAt(i++);
            if (c != '\\') {
                into.append(c);
                continue;
            }
            char escaped = text.charAt(i++);
            if (escaped == 'u') {
                into.append((char) Integer.parseInt(text.substring(i, i + 4), 16));
                i += 4;
            } else {
                int control = "bfnrt".indexOf(escaped);
                into.append(control < 0 ? escaped : "\b\f\n\r\t".charAt(control));
            }
        }
        return i + 1;
    }

    @Nullable
    Integer numberOf(String piece) {
        return numbers.get(piece);
    }

    /**
     * The number of a piece that must be there.
     *
     * @throws IllegalArgumentException if it is not
     */
    int require(String piece) {
        Integer number = numbers.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("the vocabulary has no " + piece);
        }
        return number;
    }
}
