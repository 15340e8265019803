package dev.dateline.stream.stories;

import dev.dateline.story.Assignment;
import dev.dateline.story.Story;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** Looks at the desks of this process, and tells which process has the others. Safe for all threads. */
public final class StoriesView {
    private final ConcurrentMap<TaskId, Collection<LiveDesk>> desks = new ConcurrentHashMap<>();
    private final HostInfo here;
    private final LanguageSpread spread;
    private @Nullable KafkaStreams streams;

    /** @param advertised host and port at which other instances reach this one */
    public StoriesView(String advertised, LanguageSpread spread) {
        HostInfo self = HostInfo.buildFromEndpoint(advertised);
        if (self == null) {
            throw new IllegalArgumentException("dateline.stories.advertised: not HOST:PORT but " + advertised);
        }
        this.here = self;
        this.spread = spread;
    }

    /** Host and port at which other instances reach this one. */
    public String here() {
        return here.host() + ":" + here.port();
    }

    void over(KafkaStreams running) {
        streams = running;
    }

    void opened(TaskId task, Collection<LiveDesk> held) {
        desks.put(task, held);
    }

    void closed(TaskId task) {
        desks.remove(task);
    }

    /** The state moves between instances just now, or its instance is away; it is there again in a moment. */
    public static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        public UnavailableException(String message) {
            super(message);
        }
    }

    /** Whether this process has the role {@code stories}. */
    public boolean isHere() {
        return streams != null;
    }

    /** The instance that has a story, if there is such a story; empty: this one. */
    public Optional<String> placeOfStory(String id) throws UnavailableException {
        String[] parts = id.split(":", 5);
        String language = parts.length == 5 ? parts[3] : "";
        KeyQueryMetadata found;
        try {
            found = running()
                    .queryMetadataForKey(
                            DeskProcessor.DESKS,
                            language,
                            (topic, key, value, partitions) -> Optional.of(Set.of(spread.partition(key, partitions))));
        } catch (IllegalStateException | StreamsNotStartedException notRunning) {
            throw new UnavailableException(notRunning.toString());
        }
        if (found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new UnavailableException("the stories are moving between instances");
        }
        return elsewhere(found.activeHost());
    }

    /** All other instances. */
    public List<String> others() throws UnavailableException {
        try {
            return running().metadataForAllStreamsClients().stream()
                    .map(StreamsMetadata::hostInfo)
                    .flatMap(host -> elsewhere(host).stream())
                    .sorted()
                    .distinct()
                    .toList();
        } catch (IllegalStateException | StreamsNotStartedException notRunning) {
            throw new UnavailableException(notRunning.toString());
        }
    }

    private KafkaStreams running() throws UnavailableException {
        KafkaStreams now = streams;
        if (now == null || now.state() != KafkaStreams.State.RUNNING) {
            throw new UnavailableException("the stories are " + (now == null ? "not started" : now.state()));
        }
        return now;
    }

    private Optional<String> elsewhere(HostInfo host) {
        return host.equals(here) ? Optional.empty() : Optional.of(host.host() + ":" + host.port());
    }

    /** A story of this instance; for one that was merged, what it became. */
    public Optional<Story> story(String id) {
        return all().stream().flatMap(desk -> desk.story(id).stream()).findFirst();
    }

    /** The story that an article of this instance is in. */
    public Optional<Assignment> assignment(String uri) {
        return all().stream().flatMap(desk -> desk.assignment(uri).stream()).findFirst();
    }

    /** Open stories of this instance, the latest first. */
    public List<Story> stories(StoryFilter filter) {
        return all().stream()
                .filter(desk -> filter.language().map(desk.language()::equals).orElse(true))
                .flatMap(desk -> desk.stories(filter).stream())
                .sorted(Comparator.comparing(story -> new Position(story.lastSeen(), story.id())))
                .limit(filter.limit())
                .toList();
    }

    private List<LiveDesk> all() {
        return desks.values().stream().flatMap(Collection::stream).toList();
    }
}
