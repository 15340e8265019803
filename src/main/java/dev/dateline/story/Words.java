package dev.dateline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into words, in any language: runs of letters, marks and digits in lower case; where writing puts no space
 * between words, pairs of neighbouring characters instead. Linear, and it stops after {@link #MOST} words.
 */
final class Words {
    static final int MOST = 10_000;

    private static final int LONGEST = 40;

    private Words() {}

    static List<Word> of(String text, boolean english) {
        List<Word> words = new ArrayList<>(Math.min(MOST, text.length() / 5 + 4));
        int at = 0;
        while (at < text.length() && words.size() < MOST) {
            int c = text.codePointAt(at);
            if (!part(c)) {
                at += Character.charCount(c);
            } else if (unspaced(c)) {
                int next = at + Character.charCount(c);
                int pair = next < text.length() && unspaced(text.codePointAt(next))
                        ? next + Character.charCount(text.codePointAt(next))
                        : next;
                int term = Hashing.term(text, at, pair, 0);
                words.add(new Word(term, term, 6, false, false));
                at = next;
            } else {
                int end = end(text, at);
                words.add(word(text, at, end, english));
                at = end;
            }
        }
        return words;
    }

    private static int end(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inside = part(c) ? !unspaced(c) : joins(text, at, c);
            if (!inside) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    /** 1,200 and 3.5 are one figure. */
    private static boolean joins(String text, int at, int c) {
        return (c == ',' || c == '.')
                && at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    private static Word word(String text, int from, int to, boolean english) {
        String lower = text.substring(from, Math.min(to, from + LONGEST)).toLowerCase(Locale.ROOT);
        int form = Hashing.term(lower, 0, lower.length(), 0);
        int first = text.codePointAt(from);
        boolean figure = Character.isDigit(first);
        String stem = english && !figure ? Stem.of(lower) : lower;
        int term = stem.equals(lower) ? form : Hashing.term(stem, 0, stem.length(), 0);
        return new Word(term, form, lower.length(), Character.isUpperCase(first), figure);
    }

    private static boolean part(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean unspaced(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return Character.isIdeographic(c)
                || (c >= 0x3040 && c <= 0x30FF)
                || (c >= 0x0E00 && c <= 0x0EFF)
                || (c >= 0x1000 && c <= 0x109F)
                || (c >= 0x1780 && c <= 0x17FF);
    }
}
