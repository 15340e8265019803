package dev.dateline.enrich.entities.knowledge;

import java.text.Normalizer;

/**
 * The form under which a name is found: lower case, without accents, dots and apostrophes, everything else that is no
 * letter and no digit one space, letters that scripts write in several ways as one. Of a text of any language, in linear
 * time.
 */
public final class NameKey {
    private NameKey() {}

    /** Empty if the name holds no letter and no digit. */
    public static String of(CharSequence name) {
        String decomposed = plain(name) ? name.toString() : Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder key = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int at = 0; at < decomposed.length(); ) {
            int point = decomposed.codePointAt(at);
            at += Character.charCount(point);
            if (Character.isLetterOrDigit(point) || point == '&') {
                if (gap && !key.isEmpty()) {
                    key.append(' ');
                }
                gap = false;
                append(key, Character.toLowerCase(point));
            } else if (!silent(point)) {
                gap = true;
            }
        }
        return key.toString();
    }

    private static boolean plain(CharSequence name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Dots of abbreviations, apostrophes, accents: signs that come and go without a change of the word. */
    private static boolean silent(int point) {
        return switch (point) {
            case '.', '\'', '`', 0x2018, 0x2019, 0x02BC, 0x02BB, 0x0640, 0x200C, 0x200D -> true;
            default -> {
                int type = Character.getType(point);
                yield type == Character.NON_SPACING_MARK
                        || type == Character.FORMAT
                        || type == Character.ENCLOSING_MARK
                        || type == Character.COMBINING_SPACING_MARK;
            }
        };
    }

    private static void append(StringBuilder key, int point) {
        switch (point) {
            case 'ß' -> key.append("ss");
            case 'æ' -> key.append("ae");
            case 'œ' -> key.append("oe");
            case 'ø' -> key.append('o');
            case 'ł' -> key.append('l');
            case 'đ', 'ð' -> key.append('d');
            case 'þ' -> key.append("th");
            case 'ı' -> key.append('i');
            case 'ə' -> key.append('a');
            // Arabic and Persian write these letters in two ways.
            case 'ى', 'ی' -> key.append('ي');
            case 'ک' -> key.append('ك');
            case 'ة' -> key.append('ه');
            case 'ς' -> key.append('σ');
            default -> key.appendCodePoint(point);
        }
    }
}
