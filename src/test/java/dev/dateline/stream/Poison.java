package dev.dateline.stream;

import dev.dateline.wire.DeadLetterCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Records that can never be enriched, with the code each must get. */
public enum Poison {
    CUT_JSON(DeadLetterCode.NOT_JSON) {
        @Override
        public byte[] value(int number) {
            return utf8("{\"uri\": \"urn:poison:" + number + "\", \"headline\": \"Cut o");
        }
    },
    LATIN_1(DeadLetterCode.NOT_UTF8) {
        @Override
        public byte[] value(int number) {
            return ("{\"uri\": \"urn:poison:" + number + "\", \"body\": \"Caf\u00e9 ferm\u00e9\"}")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    FIVE_MEGABYTES(DeadLetterCode.TOO_LARGE) {
        @Override
        public byte[] value(int number) {
            byte[] body = new byte[5_000_000];
            Arrays.fill(body, (byte) ('a' + number % 26));
            byte[] head = utf8("{\"uri\": \"urn:poison:" + number + "\", \"body\": \"");
            System.arraycopy(head, 0, body, 0, head.length);
            System.arraycopy(utf8("\"}"), 0, body, body.length - 2, 2);
            return body;
        }
    },
    EMPTY(DeadLetterCode.NOT_JSON) {
        @Override
        public byte[] value(int number) {
            return new byte[0];
        }
    },
    WRONG_TYPES(DeadLetterCode.UNKNOWN_FORMAT) {
        @Override
        public byte[] value(int number) {
            return utf8("{\"uri\": " + number + ", \"headline\": [1, 2], \"body\": true}");
        }
    },
    JSON_NULL(DeadLetterCode.UNKNOWN_FORMAT) {
        @Override
        public byte[] value(int number) {
            return utf8("null");
        }
    },
    NO_VALUE_NO_KEY(DeadLetterCode.NO_URI) {
        @Override
        public byte @Nullable [] value(int number) {
            return null;
        }
    };

    public final DeadLetterCode code;

    Poison(DeadLetterCode code) {
        this.code = code;
    }

    public abstract byte @Nullable [] value(int number);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
