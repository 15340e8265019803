package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Records as senders put them on the topic, and what becomes of them. */
final class Records {
    static final int MAX_BYTES = 4_000_000;
    private static final ArticleDecoder DECODER = new ArticleDecoder(MAX_BYTES);

    private Records() {}

    static Incoming json(String value, Header... headers) {
        return bytes(value.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Incoming bytes(byte[] value, Header... headers) {
        return record(null, value, headers);
    }

    /** NullAway does not see in a class file that an array may be null. */
    @SuppressWarnings("NullAway")
    static Incoming record(byte @Nullable [] key, byte @Nullable [] value, Header... headers) {
        return new Incoming(key, value, List.of(headers));
    }

    /** Single quotes stand for double ones. */
    static String quoted(String json) {
        return json.replace('\'', '"');
    }

    static Decoded.Usable usable(String json, Header... headers) {
        return (Decoded.Usable) decoded(json(quoted(json), headers));
    }

    static Decoded decoded(Incoming incoming) {
        try {
            return DECODER.decode(incoming);
        } catch (RejectedException rejected) {
            throw new AssertionError("rejected: " + rejected.code() + " " + rejected.getMessage(), rejected);
        }
    }

    static RejectedException rejection(String json) {
        return rejection(json(quoted(json)));
    }

    static RejectedException rejection(Incoming incoming) {
        RejectedException rejected = catchThrowableOfType(RejectedException.class, () -> DECODER.decode(incoming));
        assertThat(rejected).as("a rejection").isNotNull();
        return rejected;
    }

    static String text(String json) {
        return usable(json).article().text().value();
    }

    /** UTF-8; nothing where there is nothing. */
    static String string(byte @Nullable [] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    static String header(Outgoing record, String name) {
        return record.headers().stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(name))
                .map(header -> string(header.value()))
                .findFirst()
                .orElse("");
    }
}
