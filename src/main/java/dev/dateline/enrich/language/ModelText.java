package dev.dateline.enrich.language;

import java.util.Locale;
import java.util.regex.Pattern;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;

/**
 * A text as the model wants it: in small letters and through OpenNLP's normalisers in the order of the model's factory. What
 * they do to nearly every text, ten regular expressions one after the other, is done here in one walk; they themselves
 * are only called for what is rare.
 */
final class ModelText {
    /** What a URL, an address, a hashtag, a retweet or a laugh cannot be without. */
    private static final Pattern RARE = Pattern.compile("[@#]|http|(?<![a-z])rt[ :]|[hj][aeiou]+[hj][aeiou]");

    private ModelText() {}

    static CharSequence of(String text) {
        CharSequence read = text.toLowerCase(Locale.ROOT);
        if (hasUnitsOfEmoji(read) || RARE.matcher(read).find()) {
            read = EmojiCharSequenceNormalizer.getInstance().normalize(read);
            read = UrlCharSequenceNormalizer.getInstance().normalize(read);
            read = TwitterCharSequenceNormalizer.getInstance().normalize(read);
        }
        StringBuilder walked = walked(read);
        return hasThreeOfAKind(walked)
                ? ShrinkCharSequenceNormalizer.getInstance().normalize(walked)
                : trimmed(walked);
    }

    /**
     * Hyphens become a space, which the pattern for emoji takes along by mistake; then faces such as {@code :)}, then numbers;
     * then each run of white space becomes one.
     */
    private static StringBuilder walked(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isFace(text, i)) {
                i++;
                space(out, ' ');
            } else if (c == '-') {
                space(out, ' ');
            } else if (isDigit(c)) {
                while (i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
                    i++;
                }
                space(out, ' ');
            } else if (isSpace(c)) {
                space(out, c);
            } else {
                out.append(c);
            }
        }
        return out;
    }

    private static void space(StringBuilder out, char space) {
        int last = out.length() - 1;
        if (last >= 0 && isSpace(out.charAt(last))) {
            out.setCharAt(last, ' ');
        } else {
            out.append(space);
        }
    }

    /** {@code [:;x][()dop]} */
    private static boolean isFace(CharSequence text, int at) {
        char eyes = text.charAt(at);
        return (eyes == 'x' || eyes == ':' || eyes == ';')
                && at + 1 < text.length()
                && "()dop".indexOf(text.charAt(at + 1)) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** As {@code \s}. */
    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** In the pattern for emoji two escapes meet and make one sign, so that it takes all from here on. */
    private static boolean hasUnitsOfEmoji(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= Character.MIN_SURROGATE) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasThreeOfAKind(CharSequence text) {
        for (int i = 2; i < text.length(); i++) {
            if (text.charAt(i) == text.charAt(i - 1) && text.charAt(i) == text.charAt(i - 2)) {
                return true;
            }
        }
        return false;
    }

    /** As {@link String#trim}. */
    private static CharSequence trimmed(StringBuilder text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && text.charAt(begin) <= ' ') {
            begin++;
        }
        while (end > begin && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(begin, end);
    }
}
