package dev.dateline.tool.entities;

import java.util.List;

/**
 * A text with its entities as people marked them.
 *
 * @param spans in text order, offsets in code points
 */
public record LabelledText(String id, String text, List<Span> spans) {
    public LabelledText {
        spans = List.copyOf(spans);
    }

    /**
     * An entity.
     *
     * @param type {@code person organisation location misc} or finer; {@code ignore} neither counts nor costs
     */
    public record Span(int start, int end, String type) {}
}
