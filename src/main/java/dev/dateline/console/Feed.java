package dev.dateline.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.ops.Meters;
import dev.dateline.stream.TopicsConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hands what appears on the downstream topics to every open client, from shortly before the start on. A client that falls too far behind is
 * disconnected, and resumes where it was when it comes back: it never costs the service its memory.
 */
@ApplicationScoped
public class Feed {
    /** Events that may wait for one client. They are shared between clients, so this bounds all of them together. */
    private static final int CLIENT_BUFFER = 256;

    private static final int MOST_EVENT_CHARACTERS = 256 * 1024;
    private static final String ENRICHED = "enriched";
    private static final int MOST_KEPT_CHARACTERS = 16 * 1024 * 1024;

    private final TopicsConfig topics;
    /** Kind of event for the topics that carry one only. */
    private final Map<String, String> names;

    private final ObjectMapper json;
    private final int replay;
    private final Deque<FeedEvent> recent = new ArrayDeque<>();
    private final Set<MultiEmitter<? super FeedEvent>> clients = new LinkedHashSet<>();
    private final AtomicInteger open = new AtomicInteger();
    private long keptCharacters;

    Feed(TopicsConfig topics, ObjectMapper json, ConsoleConfig config, MeterRegistry registry) {
        this.topics = topics;
        this.names = Map.of(topics.stories(), "story", topics.storyChanges(), "change");
        this.json = json;
        this.replay = config.feedReplay();
        Gauge.builder(Meters.FEED_CLIENTS.id(), open, AtomicInteger::get)
                .description(Meters.FEED_CLIENTS.description())
                .register(registry);
    }

    @Incoming("feed")
    void on(ConsumerRecord<byte[], byte[]> arrived) {
        String id = arrived.topic() + "/" + arrived.partition() + "/" + arrived.offset();
        if (arrived.topic().equals(topics.deadletter())) {
            publish(new FeedEvent(id, "deadletter", "", letter(arrived)));
        } else if (arrived.key() != null && arrived.value() != null) {
            String key = new String(arrived.key(), StandardCharsets.UTF_8);
            publish(new FeedEvent(id, names.getOrDefault(arrived.topic(), ENRICHED), key, value(arrived)));
        }
    }

    private synchronized void publish(FeedEvent event) {
        recent.addLast(event);
        keptCharacters += event.data().length();
        while (recent.size() > replay || keptCharacters > MOST_KEPT_CHARACTERS) {
            keptCharacters -= recent.removeFirst().data().length();
        }
        List.copyOf(clients).forEach(client -> client.emit(event));
    }

    /** The latest record of an article, while it is kept. */
    synchronized Optional<FeedEvent> article(String uri) {
        Iterator<FeedEvent> latestFirst = recent.descendingIterator();
        while (latestFirst.hasNext()) {
            FeedEvent event = latestFirst.next();
            if (event.name().equals(ENRICHED) && event.key().equals(uri)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /**
     * Opens the feed for one client.
     *
     * @param lastSeen id of the last event the client saw; what came after it is told first, as far as it is kept
     */
    Multi<FeedEvent> since(Optional<String> lastSeen) {
        return Multi.createFrom().emitter(client -> open(client, lastSeen), replay + CLIENT_BUFFER);
    }

    private synchronized void open(MultiEmitter<? super FeedEvent> client, Optional<String> lastSeen) {
        lastSeen.map(this::after).orElse(List.of()).forEach(client::emit);
        clients.add(client);
        open.set(clients.size());
        client.onTermination(() -> close(client));
    }

    private synchronized void close(MultiEmitter<? super FeedEvent> client) {
        clients.remove(client);
        open.set(clients.size());
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

    /** The record's value, or, where that is too long for a live view, what to look it up by. */
    private String value(ConsumerRecord<byte[], byte[]> arrived) {
        if (arrived.value().length <= MOST_EVENT_CHARACTERS) {
            return new String(arrived.value(), StandardCharsets.UTF_8);
        }
        return json.createObjectNode()
                .put(
                        arrived.topic().equals(topics.stories()) ? "id" : "uri",
                        new String(arrived.key(), StandardCharsets.UTF_8))
                .put("omittedBytes", arrived.value().length)
                .toString();
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
