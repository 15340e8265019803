package dev.dateline.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of an article topic as it arrived; key and value may be absent. */
@SuppressWarnings("ArrayRecordComponent")
public record Incoming(byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
    public Incoming {
        headers = List.copyOf(headers);
    }
}
