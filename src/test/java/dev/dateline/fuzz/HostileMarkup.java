package dev.dateline.fuzz;

import java.util.List;

/** HTML as the worst sender writes it: misnested, endless, full of attributes, entities and script. */
final class HostileMarkup {
    private static final List<String> TAGS = List.of(
            "p",
            "b",
            "div",
            "br",
            "table",
            "tr",
            "td",
            "li",
            "ul",
            "q",
            "pre",
            "figure",
            "figcaption",
            "blockquote",
            "script",
            "style",
            "svg",
            "math",
            "select",
            "option",
            "template",
            "noscript",
            "textarea",
            "title",
            "iframe",
            "plaintext",
            "frameset",
            "a",
            "i",
            "ruby",
            "rt",
            "xmp",
            "body",
            "html",
            "head",
            "form",
            "x:y",
            "body.content",
            "h1",
            "P",
            "SCRIPT",
            "img");
    private static final List<String> ATTRIBUTES = List.of(
            " a",
            " onerror=alert(1)",
            " onload='x()'",
            " href=\"javascript:alert(1)\"",
            " style=\"a:b\"",
            " xmlns:a=\"b\"",
            " xmlns='c'",
            " \u0000=1",
            " a=\"<b>\"",
            " srcdoc='<script>x</script>'",
            " =",
            " '",
            " \"",
            " /",
            " a=b=c");
    private static final List<String> FRAGMENTS = List.of(
            "&amp;",
            "&lt;script&gt;",
            "&#0;",
            "&#x110000;",
            "&#xD800;",
            "&#9999999999;",
            "&nbsp;",
            "&notin;",
            "&not",
            "&",
            "&#",
            "&#x",
            "<",
            ">",
            "<!",
            "<!--",
            "-->",
            "<!-->",
            "<![CDATA[",
            "]]>",
            "<?php",
            "?>",
            "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\">]>",
            "&a;",
            "</",
            "</>",
            "< p>",
            "<p",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>");

    private HostileMarkup() {}

    static String of(Draw draw, int most) {
        StringBuilder html = new StringBuilder();
        int parts = 1 + draw.below(12);
        for (int i = 0; i < parts; i++) {
            switch (draw.below(7)) {
                case 0, 1 -> html.append(HostileText.of(draw, Math.max(8, most / 16)));
                case 2, 3 -> html.append(tag(draw, 1 + draw.below(4)));
                case 4 -> html.append(draw.of(FRAGMENTS));
                case 5 -> html.append(tag(draw, draw.below(draw.oneIn(6) ? most : 30)));
                default ->
                    html.append((draw.oneIn(2) ? tag(draw, 1) : draw.of(FRAGMENTS))
                            .repeat(1 + draw.below(draw.oneIn(6) ? most : 30)));
            }
        }
        return html.toString();
    }

    private static String tag(Draw draw, int attributes) {
        String name = draw.of(TAGS);
        if (draw.oneIn(3)) {
            return "</" + name + ">";
        }
        StringBuilder tag = new StringBuilder("<").append(name);
        for (int i = 0; i < attributes; i++) {
            tag.append(draw.of(ATTRIBUTES));
            if (draw.oneIn(4)) {
                tag.append(i);
            }
        }
        return tag.append(draw.oneIn(12) ? "" : draw.oneIn(12) ? "/>" : ">").toString();
    }
}
