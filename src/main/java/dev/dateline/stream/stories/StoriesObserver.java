package dev.dateline.stream.stories;

import dev.dateline.story.Change;
import dev.dateline.wire.UnreadableException;
import java.time.Instant;
import org.apache.kafka.streams.KafkaStreams;

/** Told what the stories' topology does; called on its threads. */
public interface StoriesObserver {
    void opened(KafkaStreams streams);

    /** A record of the enriched topic that is not what the enrichment writes; it is left out. */
    void unreadable(String uri, UnreadableException why);

    /** The desk failed on an article; it is left out and the desk goes on as it was before. */
    void failed(String uri, RuntimeException why);

    /** A version no newer than the last one. */
    void stale();

    /** An article has its story; its enrichment was done at that time. */
    void assigned(Instant enrichedAt);

    void changed(String language, Change.Kind kind);

    /** Records of state still to be read before work goes on. */
    void restoring(long records);
}
