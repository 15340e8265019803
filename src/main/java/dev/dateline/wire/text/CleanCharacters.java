package dev.dateline.wire.text;

/**
 * Characters that carry no text. Controls (NUL, ESC, DEL, the C1 set …), the byte order mark and the soft hyphen are
 * dropped, since they would split words for every reader after us; other ways to end a line (CR, CR LF, NEL, LS, PS,
 * VT, FF) become LF. Everything else stays: bidirectional marks, joiners and every kind of space mean something.
 */
final class CleanCharacters {
    private CleanCharacters() {}

    static String of(String raw) {
        int first = 0;
        while (first < raw.length() && isPlain(raw.charAt(first))) {
            first++;
        }
        if (first == raw.length()) {
            return raw;
        }
        StringBuilder clean = new StringBuilder(raw.length()).append(raw, 0, first);
        for (int i = first; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isPlain(c)) {
                clean.append(c);
            } else if (endsLine(c) && !(c == '\r' && i + 1 < raw.length() && raw.charAt(i + 1) == '\n')) {
                clean.append('\n');
            }
        }
        return clean.toString();
    }

    private static boolean endsLine(char c) {
        return c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isPlain(char c) {
        if (c < ' ') {
            return c == '\n' || c == '\t';
        }
        return c < '\u007F' || (c > '\u009F' && c != '\u00AD' && c != '\u2028' && c != '\u2029' && c != '\uFEFF');
    }
}
