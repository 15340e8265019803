package dev.dateline.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A record header, as bytes: senders put anything there. */
@SuppressWarnings("ArrayRecordComponent")
public record Header(String name, byte @Nullable [] value) {
    public static Header of(String name, String value) {
        return new Header(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
