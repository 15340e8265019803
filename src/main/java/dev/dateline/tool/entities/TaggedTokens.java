package dev.dateline.tool.entities;

import dev.dateline.tool.entities.LabelledText.Span;
import java.util.ArrayList;
import java.util.List;

/** Builds a text from tokens, keeping where the tagged ones end up. Tags are IOB, either kind. */
final class TaggedTokens {
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private int codePoints;
    private int start = -1;
    private int end;
    private String type = "";

    /**
     * Adds a token.
     *
     * @param gap what stands between it and the token before
     * @param tag {@code O}, or {@code B-} or {@code I-} and one of the set's own types
     * @param name what that type is called here
     */
    void add(String gap, String token, String tag, String name) {
        text.append(gap).append(token);
        int at = codePoints + gap.codePointCount(0, gap.length());
        codePoints = at + token.codePointCount(0, token.length());
        boolean goesOn = tag.startsWith("I-") && start >= 0 && type.equals(name);
        if (!goesOn) {
            close();
            if (!tag.equals("O")) {
                start = at;
                type = name;
            }
        }
        end = codePoints;
    }

    /** Ends a name, if one is open: a sentence is over. */
    void close() {
        if (start >= 0) {
            spans.add(new Span(start, end, type));
        }
        start = -1;
    }

    LabelledText toText(String id) {
        close();
        return new LabelledText(id, text.toString(), spans);
    }
}
