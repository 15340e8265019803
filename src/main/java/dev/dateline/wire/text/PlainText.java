package dev.dateline.wire.text;

/** Text that its sender calls plain. Line ends become LF and blanks at the ends go; inner blanks and lines stay. */
public final class PlainText {
    private PlainText() {}

    public static String of(String raw) {
        String clean = CleanCharacters.of(raw);
        StringBuilder text = new StringBuilder(clean.length());
        int from = 0;
        while (from <= clean.length()) {
            int newline = clean.indexOf('\n', from);
            int end = newline < 0 ? clean.length() : newline;
            int visible = end;
            while (visible > from && isBlank(clean.charAt(visible - 1))) {
                visible--;
            }
            text.append(clean, from, visible);
            if (newline < 0) {
                break;
            }
            text.append('\n');
            from = newline + 1;
        }
        return text.toString().strip();
    }

    /** One line: every run of blanks is a space. What a headline is. */
    public static String line(String raw) {
        String clean = CleanCharacters.of(raw);
        StringBuilder line = new StringBuilder(clean.length());
        boolean gap = false;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (isBlank(c)) {
                gap = line.length() > 0;
            } else {
                if (gap) {
                    line.append(' ');
                    gap = false;
                }
                line.append(c);
            }
        }
        return line.toString();
    }

    /** A no-break space is a blank here, though {@link Character#isWhitespace} says no. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }
}
