package dev.dateline.tool.entities;

import java.util.Set;

/** Where the tokens of a data set had a space between them before they were tokens. One text at a time. */
public final class Detokeniser {
    private static final Set<String> JOINED_TO_THE_LEFT = Set.of(
            ".", ",", ";", ":", "!", "?", "%", ")", "]", "}", "'s", "'S", "n't", "'re", "'ve", "'ll", "'d", "'m",
            "...");

    private static final Set<String> JOINED_TO_THE_RIGHT = Set.of("(", "[", "{", "$", "#");

    private boolean quoted;
    private boolean joinNext = true;

    /** A new line of text begins. */
    public void reset() {
        quoted = false;
        joinNext = true;
    }

    /** What stands before this token. */
    public String gapBefore(String token) {
        boolean joins = joinNext || JOINED_TO_THE_LEFT.contains(token);
        joinNext = JOINED_TO_THE_RIGHT.contains(token);
        if (token.equals("\"")) {
            joins |= quoted;
            joinNext = !quoted;
            quoted = !quoted;
        }
        return joins ? "" : " ";
    }
}
