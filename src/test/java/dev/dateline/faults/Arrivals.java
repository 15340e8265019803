package dev.dateline.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;

/** Watches enriched articles appear, to tell how long a fault held them up. */
final class Arrivals implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger count = new AtomicInteger();
    /** When this reader saw each partition's records, in milliseconds by the wall clock. */
    private final Map<Integer, List<Long>> seenAt = new ConcurrentHashMap<>();
    /** By second of arrival: the seconds from sending to arriving of each article. */
    private final TreeMap<Long, List<Double>> delays = new TreeMap<>();

    private final Thread thread;
    private volatile boolean stopping;

    Arrivals(String bootstrap) {
        thread = new Thread(() -> watch(bootstrap), "arrivals");
        thread.setDaemon(true);
        thread.start();
    }

    int count() {
        return count.get();
    }

    private void watch(String bootstrap) {
        try (Reading enriched = new Reading(bootstrap, "read_committed", "articles.enriched")) {
            while (!stopping) {
                try {
                    enriched.look(this::seen);
                } catch (RetriableException brokerAway) {
                    // It comes back.
                }
            }
        }
    }

    private void seen(ConsumerRecord<byte[], byte[]> record) {
        long now = System.currentTimeMillis();
        count.incrementAndGet();
        List<Long> times = seenAt.computeIfAbsent(record.partition(), partition -> new ArrayList<>());
        synchronized (times) {
            times.add(now);
        }
        try {
            JsonNode sent = JSON.readTree(record.value()).path("sentAtMillis");
            synchronized (delays) {
                delays.computeIfAbsent(now / 1000, second -> new ArrayList<>()).add((now - sent.asLong(now)) / 1e3);
            }
        } catch (IOException malformed) {
            // The verifier's business.
        }
    }

    /**
     * How long after that moment articles came again, leaving out the first moments, in which what was committed before is
     * still on its way to this reader. Empty when none came.
     *
     * @param onAll whether it counts until the last of the partitions goes on, or until the first does
     */
    Optional<Duration> recovery(long sinceMillis, boolean onAll) {
        return seenAt.values().stream()
                .map(times -> {
                    synchronized (times) {
                        return times.stream()
                                .filter(time -> time > sinceMillis + 50)
                                .findFirst();
                    }
                })
                .flatMap(Optional::stream)
                .reduce((one, other) -> onAll ? Math.max(one, other) : Math.min(one, other))
                .map(last -> Duration.ofMillis(last - sinceMillis));
    }

    /** Middle of the delays of the articles that arrived within that second. */
    Optional<Double> delay(long epochSecond) {
        synchronized (delays) {
            return Optional.ofNullable(delays.get(epochSecond))
                    .map(all -> all.stream()
                            .sorted()
                            .skip(all.size() / 2)
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
