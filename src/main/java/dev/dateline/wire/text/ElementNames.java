package dev.dateline.wire.text;

import java.util.Locale;
import java.util.Set;

/** What the elements of an article mean for its text. */
final class ElementNames {
    static final int LONGEST = 10;

    /** Not text, or (a figure's caption, a form's button, ruby's pronunciation) not the article's prose. */
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "canvas",
            "audio",
            "video",
            "picture",
            "map",
            "figcaption",
            "button",
            "select",
            "textarea",
            "datalist",
            "rp",
            "rt");

    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "table",
            "caption",
            "blockquote",
            "pre",
            "article",
            "section",
            "header",
            "footer",
            "aside",
            "main",
            "nav",
            "address",
            "figure",
            "hr",
            "form",
            "fieldset",
            "details",
            "summary",
            "body",
            "block",
            "hl1",
            "hl2");

    private static final Set<String> LINES = Set.of("br", "li", "dt", "dd", "tr", "legend", "option");

    private static final Set<String> INLINE = Set.of(
            "a",
            "b",
            "i",
            "u",
            "s",
            "em",
            "strong",
            "span",
            "small",
            "sub",
            "sup",
            "cite",
            "q",
            "html",
            "font",
            "img",
            "td",
            "th",
            "tbody",
            "thead",
            "center",
            "script",
            "style",
            "figcaption",
            "iframe");

    private ElementNames() {}

    static boolean isDropped(String name) {
        return DROPPED.contains(name);
    }

    static boolean isParagraph(String name) {
        return PARAGRAPHS.contains(name);
    }

    static boolean isLine(String name) {
        return LINES.contains(name);
    }

    static boolean isCell(String name) {
        return name.equals("td") || name.equals("th");
    }

    static boolean isKnown(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PARAGRAPHS.contains(lower) || LINES.contains(lower) || INLINE.contains(lower);
    }
}
