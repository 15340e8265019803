package dev.dateline.wire.text;

/**
 * Collects text from a stream of elements that open and close. A gap is noted when an element asks for one and written
 * before the next visible character, the widest winning, so that empty elements leave no trace.
 */
final class BlockText {
    private static final int NONE = 0;
    private static final int SPACE = 1;
    private static final int CELL = 2;
    private static final int LINE = 3;
    private static final int PARAGRAPH = 4;
    private static final String[] GAPS = {"", " ", "\t", "\n", "\n\n"};

    private final StringBuilder text = new StringBuilder();
    private int gap = NONE;
    private int preformatted;
    /** Inside a figure only what is prose in its own right counts: a table or a quotation that the figure frames. */
    private int figures;

    private int framed;

    void open(String name) {
        count(name, 1);
        askAround(name);
        quote(name, '\u201C');
    }

    void close(String name) {
        quote(name, '\u201D');
        count(name, -1);
        // A line break asks once, as it opens: two of them make a paragraph.
        if (!name.equals("br")) {
            askAround(name);
        }
    }

    void words(String words) {
        if (figures > 0 && framed == 0) {
            return;
        }
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!PlainText.isBlank(c)) {
                visible(c);
            } else if (preformatted > 0 && c == '\n') {
                ask(gap == LINE ? PARAGRAPH : LINE);
            } else {
                ask(SPACE);
            }
        }
    }

    private void count(String name, int step) {
        switch (name) {
            case "pre" -> preformatted += step;
            case "figure" -> figures += step;
            case "table", "blockquote" -> framed += figures > 0 ? step : 0;
            default -> {}
        }
    }

    private void askAround(String name) {
        if (ElementNames.isParagraph(name) || (name.equals("br") && gap == LINE)) {
            ask(PARAGRAPH);
        } else if (ElementNames.isLine(name)) {
            ask(LINE);
        } else if (ElementNames.isCell(name)) {
            ask(CELL);
        }
    }

    /** Browsers draw the marks of {@code q}; without them a quotation would read as the reporter's words. */
    private void quote(String name, char mark) {
        if (name.equals("q") && (figures == 0 || framed > 0)) {
            visible(mark);
        }
    }

    private void ask(int wider) {
        gap = Math.max(gap, wider);
    }

    private void visible(char c) {
        if (text.length() > 0) {
            text.append(GAPS[gap]);
        }
        gap = NONE;
        text.append(c);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
