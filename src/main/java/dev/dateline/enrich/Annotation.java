package dev.dateline.enrich;

import dev.dateline.article.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A statement about a stretch of the text.
 *
 * @param kind {@code entity}, {@code quote}, {@code amount}, …
 * @param start first code point
 * @param end one past the last code point
 * @param exact the characters themselves: {@code text[start:end]}, always
 * @param confidence 0 to 1, rounded to four decimals
 * @param details what the kind needs, JSON-shaped (strings, numbers, booleans, lists, maps), in the order published
 */
public record Annotation(
        String kind, int start, int end, String exact, double confidence, Stage by, Map<String, Object> details) {

    public Annotation {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("an annotation needs 0 <= start < end, not " + start + ".." + end);
        }
        confidence = Rounded.toFourDecimals(confidence);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Annotates {@code text[start:end]}, offsets in code points. */
    public static Annotation of(
            String kind, Text text, int start, int end, double confidence, Stage by, Map<String, Object> details) {
        return new Annotation(kind, start, end, text.slice(start, end), confidence, by, details);
    }

    /** Unique within the article, the same on every replay. */
    public String id() {
        return kind + ":" + start + "-" + end;
    }

    /** Whether the text really reads so at these offsets. */
    public boolean holdsIn(Text text) {
        return end <= text.length() && text.reads(start, end, exact);
    }
}
