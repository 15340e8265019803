package dev.dateline.faults;

import dev.dateline.story.Desk;
import dev.dateline.story.Outcome;
import dev.dateline.story.Recall;
import dev.dateline.story.Settings;
import dev.dateline.wire.Channel;
import dev.dateline.wire.EnrichedDecoder;
import dev.dateline.wire.EnrichedDecoder.Head;
import dev.dateline.wire.StoriesEncoder;
import dev.dateline.wire.UnreadableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The stories once more, from the enriched articles alone and with nothing but the pure desks: no state, no streams. The
 * articles must be given in their one order, so the rigs that tell stories keep the enriched ones on one partition.
 */
final class Recomputation {
    private final Map<String, Desk> desks = new HashMap<>();
    private final Map<String, Last> seen = new HashMap<>();
    private final StoriesEncoder encoder = new StoriesEncoder(URI.create("/dateline"), URI.create("/schemas/"));
    private final Map<Channel, Map<String, List<String>>> told = new HashMap<>();

    private final Set<String> moved = new HashSet<>();

    private record Last(String language, long version) {}

    /** What each key of a channel must have got, in order. */
    Map<String, List<String>> told(Channel channel) {
        return told.getOrDefault(channel, Map.of());
    }

    /** Articles whose language has changed. */
    Set<String> moved() {
        return moved;
    }

    void take(ConsumerRecord<byte[], byte[]> enriched) throws UnreadableException {
        String uri = new String(enriched.key(), StandardCharsets.UTF_8);
        Instant at = Instant.ofEpochMilli(enriched.timestamp());
        @Nullable Last last = seen.get(uri);
        Head head = EnrichedDecoder.head(enriched.value());
        long version = head.version().orElse(enriched.timestamp());
        if (head.recalled().isPresent()) {
            if (last != null) {
                seen.put(uri, new Last(last.language(), Math.max(version, last.version())));
                tell(desk(last.language()).recall(uri, head.recalled().get(), at));
            }
            return;
        }
        if (last != null && version <= last.version()) {
            return;
        }
        if (last != null && !last.language().equals(head.language())) {
            moved.add(uri);
            tell(desk(last.language()).recall(uri, Recall.KILLED, at));
        }
        seen.put(uri, new Last(head.language(), version));
        tell(desk(head.language())
                .join(EnrichedDecoder.whole(enriched.value(), at).article().orElseThrow(), at));
    }

    private Desk desk(String language) {
        return desks.computeIfAbsent(language, tag -> new Desk(tag, Settings.DEFAULT));
    }

    private void tell(Outcome outcome) {
        encoder.encode(
                outcome,
                (outgoing, version) -> told.computeIfAbsent(outgoing.channel(), channel -> new HashMap<>())
                        .computeIfAbsent(new String(outgoing.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
                        .add(new String(outgoing.value(), StandardCharsets.UTF_8)));
    }
}
