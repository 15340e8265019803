package dev.dateline.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.ops.Meters;
import dev.dateline.stream.TopicsConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hands what appears on the downstream topics to every open client, from now on, at least once. A slow client loses
 * events, never the service its memory.
 */
@ApplicationScoped
public class Feed {
    private static final int CLIENT_BUFFER = 256;

    private final TopicsConfig topics;
    private final ObjectMapper json;
    private final int replay;
    private final Deque<FeedEvent> recent = new ArrayDeque<>();
    private final BroadcastProcessor<FeedEvent> live = BroadcastProcessor.create();
    private final AtomicInteger clients = new AtomicInteger();

    Feed(TopicsConfig topics, ObjectMapper json, ConsoleConfig config, MeterRegistry registry) {
        this.topics = topics;
        this.json = json;
        this.replay = config.feedReplay();
        Gauge.builder(Meters.FEED_CLIENTS.id(), clients, AtomicInteger::get)
                .description(Meters.FEED_CLIENTS.description())
                .register(registry);
    }

    @Incoming("feed")
    void on(ConsumerRecord<byte[], byte[]> arrived) {
        String id = arrived.topic() + "/" + arrived.partition() + "/" + arrived.offset();
        Optional<FeedEvent> event = Optional.empty();
        if (arrived.topic().equals(topics.deadletter())) {
            event = Optional.of(new FeedEvent(id, "deadletter", letter(arrived)));
        } else if (arrived.value() != null) {
            event = Optional.of(new FeedEvent(id, "enriched", new String(arrived.value(), StandardCharsets.UTF_8)));
        }
        event.ifPresent(this::publish);
    }

    private synchronized void publish(FeedEvent event) {
        recent.addLast(event);
        if (recent.size() > replay) {
            recent.removeFirst();
        }
        live.onNext(event);
    }

    /**
     * @param lastSeen id of the last event the client saw; what came after it is told first, as far as it is kept
     */
    synchronized Multi<FeedEvent> since(Optional<String> lastSeen) {
        List<FeedEvent> missed = lastSeen.map(this::after).orElse(List.of());
        Multi<FeedEvent> onward =
                live.onOverflow().buffer(CLIENT_BUFFER).onOverflow().drop();
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().iterable(missed), onward)
                .onSubscription()
                .invoke(clients::incrementAndGet)
                .onTermination()
                .invoke(clients::decrementAndGet);
    }

    private List<FeedEvent> after(String id) {
        List<FeedEvent> kept = List.copyOf(recent);
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kept.get(i).id().equals(id)) {
                return kept.subList(i + 1, kept.size());
            }
        }
        return kept;
    }

    /** What a dead letter's headers say; the bytes themselves may be anything and stay in Kafka. */
    private String letter(ConsumerRecord<byte[], byte[]> arrived) {
        ObjectNode told = json.createObjectNode();
        for (Header header : arrived.headers()) {
            if (header.key().startsWith("dead-letter-") && header.value() != null) {
                told.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return told.toString();
    }
}
