package dev.dateline.stream;

import dev.dateline.wire.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Every topic the service uses, with the settings it needs: the one list that manifests and documents agree with. */
public final class TopicCatalog {
    private static final Duration DAY = Duration.ofDays(1);
    /** Well above the longest article that is enriched: what is too long must still arrive, to be dead-lettered whole. */
    private static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
    /** A dead letter is its original and a few headers. */
    private static final int MAX_LETTER_BYTES = MAX_MESSAGE_BYTES + 64 * 1024;

    private final TopicsConfig names;
    private final List<Route> routes;

    /** @throws IllegalArgumentException if an output is also an input: it would feed itself without end */
    public TopicCatalog(TopicsConfig names, List<Route> routes) {
        this.names = names;
        this.routes = List.copyOf(routes);
        Set<String> inputs = lanes().stream().map(Lane::topic).collect(Collectors.toSet());
        Set<String> outputs = new TreeSet<>(outputs().values());
        outputs.addAll(storyOutputs().values());
        outputs.add(names.deadletter());
        routes.forEach(route -> outputs.add(route.topic()));
        outputs.retainAll(inputs);
        if (!outputs.isEmpty() || inputs.size() != lanes().size()) {
            throw new IllegalArgumentException(
                    "dateline.topics.* and dateline.routes.*.topic: each input needs a topic of its own, not " + inputs
                            + " with outputs to " + outputs);
        }
    }

    public List<Lane> lanes() {
        return List.of(new Lane("live", names.articles(), 0), new Lane("backfill", names.backfill(), 1));
    }

    public Map<Channel, String> outputs() {
        return Map.of(
                Channel.ENRICHED, names.enriched(),
                Channel.ENTITIES, names.entities(),
                Channel.TOPICS, names.topics(),
                Channel.QUOTES, names.quotes());
    }

    /** What the stories are made from. */
    public String enriched() {
        return names.enriched();
    }

    /** What the role {@code stories} writes. */
    public Map<Channel, String> storyOutputs() {
        return Map.of(
                Channel.ARTICLE_STORIES, names.articleStories(),
                Channel.STORIES, names.stories(),
                Channel.STORY_CHANGES, names.storyChanges());
    }

    /** Replicas of what the service creates; -1: as the broker has it. */
    public short replicas() {
        return names.replicas();
    }

    public List<NewTopic> topics() {
        List<NewTopic> topics = new ArrayList<>();
        topics.add(topic(names.articles(), "delete", 7));
        topics.add(topic(names.backfill(), "delete", 7));
        topics.add(topic(names.enriched(), "compact,delete", 30));
        topics.add(topic(names.entities(), "delete", 7));
        topics.add(topic(names.topics(), "delete", 7));
        topics.add(topic(names.quotes(), "delete", 7));
        topics.add(topic(names.articleStories(), "compact,delete", 30));
        topics.add(topic(names.stories(), "compact,delete", 30));
        topics.add(topic(names.storyChanges(), "delete", 7));
        topics.add(topic(names.deadletter(), "delete", 30, MAX_LETTER_BYTES));
        routes.stream()
                .map(Route::topic)
                .distinct()
                .filter(route -> topics.stream().noneMatch(topic -> topic.name().equals(route)))
                .forEach(route -> topics.add(topic(route, "delete", 7)));
        return topics;
    }

    /** Names of all topics that the enrichment reads or writes. */
    public Set<String> ofEnrichment() {
        Set<String> needed = new TreeSet<>(outputs().values());
        lanes().forEach(lane -> needed.add(lane.topic()));
        routes.forEach(route -> needed.add(route.topic()));
        needed.add(names.deadletter());
        return needed;
    }

    /** Names of all topics that the role {@code stories} reads or writes, but for the internal ones. */
    public Set<String> ofStories() {
        Set<String> needed = new TreeSet<>(storyOutputs().values());
        needed.add(names.enriched());
        return needed;
    }

    /**
     * Names of the topics that the cluster lacks, after creating all of this list if the configuration says so.
     *
     * @param needed what the caller reads and writes: its rights may not let it see the others
     */
    public Set<String> missing(Admin admin, Set<String> needed) throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        if (!names.create()) {
            Set<String> missing = new TreeSet<>(needed);
            missing.removeAll(present);
            return missing;
        }
        List<NewTopic> missing = topics().stream()
                .filter(topic -> !present.contains(topic.name()))
                .toList();
        for (var created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
            }
        }
        return Set.of();
    }

    private NewTopic topic(String name, String cleanup, int days) {
        return topic(name, cleanup, days, MAX_MESSAGE_BYTES);
    }

    private NewTopic topic(String name, String cleanup, int days, int maxBytes) {
        Optional<Short> replicas = names.replicas() == -1 ? Optional.empty() : Optional.of(names.replicas());
        return new NewTopic(name, Optional.of(names.partitions()), replicas)
                .configs(Map.of(
                        "cleanup.policy", cleanup,
                        "retention.ms", Long.toString(DAY.multipliedBy(days).toMillis()),
                        "max.message.bytes", Integer.toString(maxBytes)));
    }
}
