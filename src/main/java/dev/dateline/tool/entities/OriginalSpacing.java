package dev.dateline.tool.entities;

import java.util.Optional;

/** Follows the tokens of an article through its original, to give back the white space between them. */
final class OriginalSpacing {
    /** How far to look for a token where the two differ. */
    private static final int SEARCHED_CHARS = 60;

    private final String original;
    private int at;

    OriginalSpacing(String original) {
        this.original = original;
    }

    /** The white space before this token, the next one; empty where the original has something else there. */
    Optional<String> gapBefore(String token) {
        int start = at;
        while (start < original.length() && blank(original.charAt(start))) {
            start++;
        }
        if (original.startsWith(token, start)) {
            String gap = original.substring(at, start);
            at = start + token.length();
            return Optional.of(gap);
        }
        int found = original.indexOf(token, start);
        if (found >= 0 && found - start <= SEARCHED_CHARS) {
            at = found + token.length();
        }
        return Optional.empty();
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
