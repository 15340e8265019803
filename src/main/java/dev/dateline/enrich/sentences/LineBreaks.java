package dev.dateline.enrich.sentences;

/**
 * What a line break means in this text. Most feeds write a paragraph to a line; old wires and e-mails wrap every line
 * at a fixed width, and there only a blank line ends a paragraph.
 */
final class LineBreaks {
    private static final int WRAPPED_AT_MOST = 90;
    private static final int WRAPPED_AT_LEAST = 50;
    private static final int FEW_LINES = 6;

    private final String text;
    private final boolean wrapped;

    LineBreaks(String text) {
        this.text = text;
        this.wrapped = looksWrapped(text);
    }

    private static boolean looksWrapped(String text) {
        int lines = 0;
        int full = 0;
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (end - start > WRAPPED_AT_MOST) {
                return false;
            }
            lines += end > start ? 1 : 0;
            full += end - start >= WRAPPED_AT_LEAST ? 1 : 0;
            start = end + 1;
        }
        return lines >= FEW_LINES && full * 2 > lines;
    }

    /** Whether the blank characters of {@code from..to}, between two tokens, end a paragraph. */
    boolean paragraphEnds(int from, int to) {
        int newlines = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\u2029' || c == '\f') {
                return true;
            }
            newlines += c == '\n' || c == '\u2028' || (c == '\r' && text.charAt(i + 1) != '\n') ? 1 : 0;
        }
        if (newlines != 1) {
            return newlines > 1;
        }
        return !wrapped && !Character.isLowerCase(text.codePointAt(to));
    }
}
