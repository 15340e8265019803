package dev.dateline.console;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one address may ask: {@code dateline.console.requests-per-second}, and twice that at once. Wrong passwords
 * count like any other request, so that they cannot be guessed at leisure. Safe for many threads.
 */
@ApplicationScoped
public class Visitors {
    /** A flood from ever new addresses must not fill the memory; who is forgotten starts afresh. */
    private static final int MOST_REMEMBERED = 10_000;

    private final int perSecond;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    public Visitors(ConsoleConfig config) {
        this.perSecond = config.requestsPerSecond();
    }

    /** Whether this request may pass. */
    public boolean admits(String address) {
        return perSecond == 0 || bucket(address).tryConsume(1);
    }

    synchronized int remembered() {
        return buckets.size();
    }

    private synchronized Bucket bucket(String address) {
        return buckets.computeIfAbsent(
                address,
                fresh -> Bucket.builder()
                        .addLimit(
                                limit -> limit.capacity(2L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }
}
