package dev.dateline.story;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes what {@link ByteReader} reads. */
final class ByteWriter {
    private byte[] bytes = new byte[512];
    private int length;

    void raw(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first; a negative one takes ten. */
    void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            raw((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        raw((int) left);
    }

    /** For values of either sign. */
    void signed(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    void fixed(int value) {
        raw(value >>> 24);
        raw(value >>> 16);
        raw(value >>> 8);
        raw(value);
    }

    void fixed(long value) {
        fixed((int) (value >>> 32));
        fixed((int) value);
    }

    void fixed(double value) {
        fixed(Double.doubleToLongBits(value));
    }

    void bytes(byte[] value) {
        varint(value.length);
        append(value);
    }

    /** As they are, without their number. */
    void append(byte[] value) {
        while (bytes.length - length < value.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    void string(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
