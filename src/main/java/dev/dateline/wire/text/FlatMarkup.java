package dev.dateline.wire.text;

import java.util.Locale;
import org.jsoup.parser.Parser;

/**
 * Markup read as a flat run of tags and words, without a tree: for the markup that no newsroom writes. A tree of it can
 * cost quadratic time (misnested tables) or memory (namespaces), as measured; this is one pass over the characters. It
 * knows the elements that end lines and paragraphs and the contents that are no text, and mends nothing.
 */
final class FlatMarkup {
    private FlatMarkup() {}

    static String text(String markup) {
        BlockText text = new BlockText();
        int at = 0;
        while (at < markup.length()) {
            int tag = nextTag(markup, at);
            if (tag > at) {
                text.words(Parser.unescapeEntities(markup.substring(at, tag), false));
            }
            at = tag < markup.length() ? passed(markup, tag, text) : tag;
        }
        return text.toString();
    }

    private static int nextTag(String markup, int from) {
        int at = markup.indexOf('<', from);
        while (at >= 0 && at + 1 < markup.length() && !startsTag(markup.charAt(at + 1))) {
            at = markup.indexOf('<', at + 1);
        }
        return at < 0 ? markup.length() : at;
    }

    private static boolean startsTag(char c) {
        return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
    }

    /** Where reading goes on after the tag at this index; text that never ends its tag is dropped. */
    private static int passed(String markup, int tag, BlockText text) {
        int end = markup.indexOf('>', tag);
        if (end < 0) {
            return markup.length();
        }
        boolean closes = markup.charAt(tag + 1) == '/';
        String name = name(markup, closes ? tag + 2 : tag + 1);
        if (!closes && (name.equals("script") || name.equals("style"))) {
            int close = markup.indexOf("</" + name, end);
            return close < 0 ? markup.length() : close;
        }
        // Nothing is counted here, for nothing says that what opens will close.
        if (ElementNames.isParagraph(name)) {
            text.open("p");
        } else if (ElementNames.isLine(name)) {
            text.open("li");
        } else if (ElementNames.isCell(name)) {
            text.open("td");
        }
        return end + 1;
    }

    private static String name(String markup, int from) {
        int to = from;
        while (to < markup.length()
                && to - from <= ElementNames.LONGEST
                && Character.isLetterOrDigit(markup.charAt(to))) {
            to++;
        }
        return markup.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
