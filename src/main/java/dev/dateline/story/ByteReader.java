package dev.dateline.story;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote; past the end it throws {@link ArrayIndexOutOfBoundsException}. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** How much has been read. */
    int at() {
        return at;
    }

    /** What has been read since then. */
    byte[] since(int from) {
        return Arrays.copyOfRange(bytes, from, at);
    }

    int raw() {
        return bytes[at++] & 0xFF;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = raw();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }

    /** A length or number that can be no more than there are bytes left, {@code each} for one. */
    int count(int each) {
        long count = varint();
        if (count < 0 || count * each > bytes.length - at) {
            throw new ArrayIndexOutOfBoundsException("a count of " + count + " with " + (bytes.length - at) + " left");
        }
        return (int) count;
    }

    long signed() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    int fixedInt() {
        return (raw() << 24) | (raw() << 16) | (raw() << 8) | raw();
    }

    long fixedLong() {
        return ((long) fixedInt() << 32) | (fixedInt() & 0xFFFF_FFFFL);
    }

    double fixedDouble() {
        return Double.longBitsToDouble(fixedLong());
    }

    byte[] bytes() {
        int length = count(1);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String string() {
        int length = count(1);
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}
