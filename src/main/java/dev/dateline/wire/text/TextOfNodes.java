package dev.dateline.wire.text;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Collects the text of a tree, one visit a node. Gaps are noted when an element asks for one and written before the
 * next visible character, the widest winning, so that empty elements leave no trace.
 */
final class TextOfNodes implements NodeFilter {
    private static final int NONE = 0;
    private static final int SPACE = 1;
    private static final int CELL = 2;
    private static final int LINE = 3;
    private static final int PARAGRAPH = 4;

    private final StringBuilder text = new StringBuilder();
    private int gap = NONE;
    private int preformatted;
    /** Inside a figure only what is prose in its own right counts: a table or a quotation that the figure frames. */
    private int figures;

    private int framed;

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (HtmlNames.isDropped(name)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            count(name, 1);
            askAround(name);
            quote(name, "\u201C");
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            quote(element.normalName(), "\u201D");
            count(element.normalName(), -1);
            // A line break asks once: two of them make a paragraph, and its end would be taken for a second.
            if (!element.normalName().equals("br")) {
                askAround(element.normalName());
            }
        }
        return FilterResult.CONTINUE;
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
        if (HtmlNames.isParagraph(name) || (name.equals("br") && gap == LINE)) {
            ask(PARAGRAPH);
        } else if (HtmlNames.isLine(name)) {
            ask(LINE);
        } else if (HtmlNames.isCell(name)) {
            ask(CELL);
        }
    }

    private void ask(int wider) {
        gap = Math.max(gap, wider);
    }

    /** Browsers draw the marks of {@code q}; without them a quotation would read as the reporter's words. */
    private void quote(String name, String mark) {
        if (name.equals("q")) {
            append(mark);
        }
    }

    private void append(String words) {
        if (figures > 0 && framed == 0) {
            return;
        }
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!PlainText.isBlank(c)) {
                writeGap();
                text.append(c);
            } else if (preformatted > 0 && c == '\n') {
                ask(gap == LINE ? PARAGRAPH : LINE);
            } else {
                ask(SPACE);
            }
        }
    }

    private void writeGap() {
        if (text.length() > 0) {
            switch (gap) {
                case SPACE -> text.append(' ');
                case CELL -> text.append('\t');
                case LINE -> text.append('\n');
                case PARAGRAPH -> text.append("\n\n");
                default -> {}
            }
        }
        gap = NONE;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
