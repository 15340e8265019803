package dev.dateline.wire.text;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/**
 * HTML, XHTML or XML to plain text that keeps the block structure: paragraphs, headings, lists and quotations stand
 * apart by a blank line, list items and table rows by a line end, cells by a tab; {@code br} ends a line. Entities are
 * decoded, no-break spaces become spaces.
 *
 * <p>No element is visited by recursion, since a body may nest a hundred thousand of them.
 */
public final class Markup {
    private Markup() {}

    public static String html(String markup) {
        Document document = Parser.htmlParser().parseInput(markup, "");
        return text(document);
    }

    /** NITF keeps the article in {@code body.content}, after a head that is no text; other XML is taken whole. */
    public static String xml(String markup) {
        Document document = Parser.xmlParser().parseInput(markup, "");
        Element content = document.getElementsByTag("body.content").first();
        return text(content == null ? document : content);
    }

    private static String text(Element root) {
        TextOfNodes text = new TextOfNodes();
        NodeTraversor.filter(text, root);
        return PlainText.of(text.toString());
    }

    /**
     * Whether text of no declared type is HTML: it opens or closes at least one element that articles are marked up
     * with. A lone {@code <} or an unknown name in angle brackets is plain text.
     */
    public static boolean looksLikeHtml(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            int from = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
            int to = from;
            while (to < text.length() && to - from <= HtmlNames.LONGEST && Character.isLetterOrDigit(text.charAt(to))) {
                to++;
            }
            if (to < text.length() && endsName(text.charAt(to)) && HtmlNames.isKnown(text.substring(from, to))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsName(char c) {
        return c == '>' || c == '/' || Character.isWhitespace(c);
    }
}
