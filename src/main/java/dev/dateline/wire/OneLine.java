package dev.dateline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.article.Text;
import dev.dateline.wire.text.PlainText;
import java.util.Optional;

/** Short names and lines: cleaned, on one line, and cut where a hostile length would be multiplied by copying. */
final class OneLine {
    /** In code points: no outlet's name and no headline is longer, and every mention carries both. */
    static final int MAX_LENGTH = 300;

    private OneLine() {}

    /** Empty unless the node is a string with visible characters. */
    static Optional<String> of(JsonNode node) {
        return node.isTextual()
                ? Optional.of(cut(PlainText.line(node.asText()))).filter(line -> !line.isBlank())
                : Optional.empty();
    }

    static String cut(String line) {
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        Text text = Text.of(line);
        return text.length() <= MAX_LENGTH ? line : text.slice(0, MAX_LENGTH - 1) + "…";
    }
}
