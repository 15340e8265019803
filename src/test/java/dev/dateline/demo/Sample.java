package dev.dateline.demo;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One record to send.
 *
 * @param key the article's uri, or the file's name where the article has none
 * @param value absent for a kill
 */
@SuppressWarnings("ArrayRecordComponent")
record Sample(String key, byte @Nullable [] value, List<Header> headers) {
    Sample {
        headers = List.copyOf(headers);
    }
}
