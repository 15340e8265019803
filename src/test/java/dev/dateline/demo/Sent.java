package dev.dateline.demo;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** When each article was sent, by its key. Safe for use by several threads. */
final class Sent {
    private final Map<String, Long> nanos = new ConcurrentHashMap<>();

    void now(String key) {
        nanos.put(key, System.nanoTime());
    }

    /** Milliseconds from sending to now; empty for what the demo did not send, or has seen arrive before. */
    OptionalLong arrived(String key) {
        Long sent = nanos.remove(key);
        return sent == null
                ? OptionalLong.empty()
                : OptionalLong.of(Duration.ofNanos(System.nanoTime() - sent).toMillis());
    }
}
