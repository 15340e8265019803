package dev.dateline.wire.text;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * HTML, XHTML or XML to plain text that keeps the block structure: paragraphs, headings, lists and quotations stand
 * apart by a blank line, list items and table rows by a line end, cells by a tab; {@code br} ends a line. Entities are
 * decoded, no-break spaces become spaces. Not text are scripts, styles, forms' controls, embedded media, pictures with
 * their captions, and rubies' pronunciation; a table or quotation framed by a figure is.
 *
 * <p>Time and memory grow with the length alone: elements are not visited by recursion, and markup that would make the
 * parser slow is read flat.
 */
public final class Markup {
    /** More tags than any article has, and few enough that the worst misnesting we found costs a tenth of a second. */
    private static final int MAX_TAGS = 5_000;

    /** XML declares its namespaces once; jsoup copies all of them for every element that declares one more. */
    private static final int MAX_NAMESPACES = 50;

    private Markup() {}

    public static String html(String markup) {
        if (isMonstrous(markup)) {
            return PlainText.of(FlatMarkup.text(markup));
        }
        Document document = Parser.htmlParser().parseInput(markup, "");
        return text(document);
    }

    /** NITF keeps the article in {@code body.content}, after a head that is no text; other XML is taken whole. */
    public static String xml(String markup) {
        if (isMonstrous(markup)) {
            return PlainText.of(FlatMarkup.text(markup));
        }
        Document document = Parser.xmlParser().parseInput(markup, "");
        Element content = document.getElementsByTag("body.content").first();
        return text(content == null ? document : content);
    }

    private static boolean isMonstrous(String markup) {
        return occurrences(markup, "<", MAX_TAGS) > MAX_TAGS
                || occurrences(markup, "xmlns", MAX_NAMESPACES) > MAX_NAMESPACES;
    }

    /** How often the word occurs, not counting much further than asked. */
    private static int occurrences(String markup, String word, int limit) {
        int count = 0;
        for (int at = markup.indexOf(word); at >= 0 && count <= limit; at = markup.indexOf(word, at + 1)) {
            count++;
        }
        return count;
    }

    private static String text(Element root) {
        BlockText text = new BlockText();
        NodeTraversor.filter(new Elements(text), root);
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
            while (to < text.length()
                    && to - from <= ElementNames.LONGEST
                    && Character.isLetterOrDigit(text.charAt(to))) {
                to++;
            }
            if (to < text.length() && endsName(text.charAt(to)) && ElementNames.isKnown(text.substring(from, to))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsName(char c) {
        return c == '>' || c == '/' || Character.isWhitespace(c);
    }

    /** Walks the tree for the collector, around what is no text. */
    private record Elements(BlockText text) implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.words(words.getWholeText());
            } else if (node instanceof Element element) {
                if (ElementNames.isDropped(element.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                text.open(element.normalName());
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                text.close(element.normalName());
            }
            return FilterResult.CONTINUE;
        }
    }
}
