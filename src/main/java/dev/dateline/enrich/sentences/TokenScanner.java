package dev.dateline.enrich.sentences;

import java.lang.Character.UnicodeScript;

/**
 * Finds tokens one by one, left to right. Hyphens and clitics are tokens of their own, so that every name that ends at
 * one can be cited exactly; figures ({@code 1,000.5}), acronyms ({@code U.S.}) and initials ({@code A.}) stay whole.
 * Each character is looked at a bounded number of times, whatever the text.
 */
final class TokenScanner {
    /** Longer runs are cut: nothing that long is a word, and features of a token cost time in its length. */
    static final int MAX_TOKEN_CHARS = 128;

    private final String text;

    TokenScanner(String text) {
        this.text = text;
    }

    /** The first index from {@code at} on that begins a token; the text's length if there is none. */
    int skipBlank(int at) {
        int i = at;
        while (i < text.length() && blank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The end of the token that begins at {@code start}. */
    int end(int start) {
        int first = text.codePointAt(start);
        if (Character.isLetterOrDigit(first)) {
            if (standsAlone(first)) {
                return start + Character.charCount(first);
            }
            if (address(start)) {
                return addressEnd(start);
            }
            return word(start, Math.min(text.length(), start + MAX_TOKEN_CHARS));
        }
        if (first == '.' || first == '-' || first == '*' || first == '_' || first == '=') {
            return run(start, (char) first);
        }
        if (first == '\'' || first == '\u2019') {
            return start + cliticLength(start);
        }
        return marks(start + Character.charCount(first));
    }

    private boolean address(int start) {
        return text.startsWith("http://", start)
                || text.startsWith("https://", start)
                || text.startsWith("www.", start);
    }

    /** A web address goes on to the next blank, less the marks that close the sentence or a bracket around it. */
    private int addressEnd(int start) {
        int i = start;
        while (i < text.length() && i < start + MAX_TOKEN_CHARS && !blank(text.charAt(i))) {
            i++;
        }
        while (".,;:!?)]>\"'\u201D".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return Character.isHighSurrogate(text.charAt(i - 1)) ? i + 1 : i;
    }

    private int word(int start, int limit) {
        int i = start;
        while (i < limit) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (standsAlone(c)) {
                    break;
                }
            } else if (!inWord(c) && !joins(i, (char) c, start)) {
                break;
            }
            i += Character.charCount(c);
        }
        return i < text.length() && text.charAt(i) == '.' && takesDot(start, i) ? i + 1 : i;
    }

    /** Marks, and the joiners that Persian and Indic words hold. */
    private static boolean inWord(int c) {
        return c == '\u200c' || c == '\u200d' || c == '\u00ad' || mark(c);
    }

    private boolean joins(int at, char c, int start) {
        if (at + 1 >= text.length() || at == start) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        return switch (c) {
            case '.' -> (Character.isDigit(before) && Character.isDigit(after)) || dotted(at, start);
            case ',', ':' -> Character.isDigit(before) && Character.isDigit(after);
            case '\'', '\u2019' -> Character.isLetter(before) && Character.isLetter(after) && cliticLength(at) == 1;
            case '&' -> Character.isUpperCase(before) && Character.isUpperCase(after);
            case '_', '@' -> Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
            default -> false;
        };
    }

    /**
     * Whether the dot belongs to a dotted name: letters and dots in turn ({@code U.N.}), or an address
     * ({@code example.com}), which has a lower-case letter after it; {@code end.The} is two words.
     */
    private boolean dotted(int at, int start) {
        if (!Character.isLetter(text.charAt(at - 1)) || !Character.isLetterOrDigit(text.charAt(at + 1))) {
            return false;
        }
        boolean afterOne = at == start + 1 || text.charAt(at - 2) == '.';
        return afterOne || Character.isLowerCase(text.charAt(at + 1)) || Character.isDigit(text.charAt(at + 1));
    }

    /** Whether the dot after the word is its own: an acronym's last, or an initial's before a name. */
    private boolean takesDot(int start, int end) {
        char last = text.charAt(end - 1);
        if (!Character.isLetter(last)) {
            return false;
        }
        if (end - start > 2 && text.charAt(end - 2) == '.') {
            return true;
        }
        if (end - start != 1 || !Character.isUpperCase(last)) {
            return false;
        }
        int next = end + 1;
        while (next < text.length() && next < end + 3 && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && Character.isUpperCase(text.charAt(next));
    }

    /** The length of {@code 's}, {@code 'll} and the like standing at {@code at}; 1 if there is only the mark. */
    private int cliticLength(int at) {
        int i = at + 1;
        while (i < text.length() && i < at + 4 && Character.isLetter(text.charAt(i))) {
            i++;
        }
        boolean afterWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        return switch (text.substring(at + 1, i)) {
            case "s", "S", "d", "m", "t", "re", "ve", "ll" -> afterWord ? i - at : 1;
            default -> 1;
        };
    }

    private int run(int start, char of) {
        int i = start + 1;
        while (i < text.length() && i < start + MAX_TOKEN_CHARS && text.charAt(i) == of) {
            i++;
        }
        return i;
    }

    private int marks(int from) {
        int i = from;
        while (i < text.length() && i < from + MAX_TOKEN_CHARS && mark(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Scripts written without spaces: each character is a token. */
    private static boolean standsAlone(int c) {
        if (c < 0x2E80) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }

    /** White space, controls, and marks that show nothing, such as a byte order mark or a zero-width space. */
    private static boolean blank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
