package dev.dateline.wire;

/**
 * JSON can escape half a surrogate pair ({@code \}{@code ud800}), which is no character. Found in the JSON text, before
 * parsing, so that names and values are mended alike and the tree needs no second walk.
 */
final class LoneSurrogates {
    private static final String REPLACEMENT = "\\uFFFD";
    private static final int ESCAPE = 6;

    private LoneSurrogates() {}

    /** The same JSON text, of the same length, with each lone half written as the replacement character. */
    static String mended(String json) {
        char[] mended = null;
        int at = json.indexOf('\\');
        while (at >= 0 && at + 1 < json.length()) {
            int unit = escapedUnit(json, at);
            int length = 2;
            if (unit >= 0) {
                length = ESCAPE;
                if (Character.isSurrogate((char) unit)) {
                    int next = escapedUnit(json, at + ESCAPE);
                    if (Character.isHighSurrogate((char) unit) && next >= 0 && Character.isLowSurrogate((char) next)) {
                        length = 2 * ESCAPE;
                    } else {
                        mended = mended == null ? json.toCharArray() : mended;
                        REPLACEMENT.getChars(0, ESCAPE, mended, at);
                    }
                }
            }
            at = json.indexOf('\\', at + length);
        }
        return mended == null ? json : new String(mended);
    }

    /** The UTF-16 unit that an escape at this index writes, or -1 when there is none. */
    private static int escapedUnit(String json, int at) {
        if (at + ESCAPE > json.length() || json.charAt(at) != '\\' || json.charAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            int digit = Character.digit(json.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
