package dev.dateline.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record to be published; which Kafka topic a {@link Channel} stands for is configuration. */
@SuppressWarnings("ArrayRecordComponent")
public record Outgoing(Channel channel, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
    public Outgoing {
        headers = List.copyOf(headers);
    }
}
