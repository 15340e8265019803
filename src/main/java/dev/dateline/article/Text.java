package dev.dateline.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Plain text addressed by Unicode code points. Published offsets are code points, end exclusive; Java works on UTF-16
 * units; this class is the only place where one becomes the other. A lone surrogate cannot be written as UTF-8, so
 * each becomes U+FFFD on the way in. Immutable.
 */
public final class Text {
    private final String value;
    /** UTF-16 indices of the low surrogates, ascending: empty for nearly every article, which makes offsets equal. */
    private final int[] lowSurrogates;

    private Text(String value, int[] lowSurrogates) {
        this.value = value;
        this.lowSurrogates = lowSurrogates;
    }

    public static Text of(String raw) {
        int[] low = new int[4];
        int count = 0;
        StringBuilder mended = null;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))) {
                if (count == low.length) {
                    low = Arrays.copyOf(low, count * 2);
                }
                low[count++] = ++i;
            } else {
                mended = mended == null ? new StringBuilder(raw) : mended;
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return new Text(mended == null ? raw : mended.toString(), Arrays.copyOf(low, count));
    }

    public String value() {
        return value;
    }

    public boolean isBlank() {
        return value.isBlank();
    }

    /** In code points. */
    public int length() {
        return value.length() - lowSurrogates.length;
    }

    /** The code-point offset of a UTF-16 index that does not split a pair. */
    public int toCodePoint(int utf16) {
        if (lowSurrogates.length == 0) {
            return utf16;
        }
        int at = Arrays.binarySearch(lowSurrogates, utf16);
        return utf16 - (at >= 0 ? at : -at - 1);
    }

    /** The UTF-16 index of a code-point offset; the inverse of {@link #toCodePoint}. */
    public int toUtf16(int codePoint) {
        if (lowSurrogates.length == 0) {
            return codePoint;
        }
        // lowSurrogates[k] - k is the code-point offset just past the k-th pair's start: ascending, so a search finds
        // k.
        int from = 0;
        int to = lowSurrogates.length;
        while (from < to) {
            int mid = (from + to) >>> 1;
            if (lowSurrogates[mid] - mid <= codePoint) {
                from = mid + 1;
            } else {
                to = mid;
            }
        }
        return codePoint + from;
    }

    /** The characters between two code-point offsets. */
    public String slice(int start, int end) {
        return value.substring(toUtf16(start), toUtf16(end));
    }

    /** Whether the characters between two code-point offsets are these; no offset may lie beyond the text. */
    public boolean reads(int start, int end, String characters) {
        int from = toUtf16(start);
        return toUtf16(end) - from == characters.length() && value.startsWith(characters, from);
    }

    /** SHA-256 of the UTF-8 bytes, lower-case hexadecimal. */
    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
