package dev.dateline.stream.stories;

import dev.dateline.story.Assignment;
import dev.dateline.story.Outcome;
import dev.dateline.story.Stored;
import dev.dateline.story.StoryArticle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a desk decided to the changelogs of the role's three stores, as the role itself would: a state of any size
 * without the time that enriched articles of that number take. The topics must be there.
 */
public final class StoredStories implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final String group;
    private final int partitions;

    public StoredStories(String bootstrapServers, String group, int partitions) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.group = group;
        this.partitions = partitions;
    }

    /** The changelogs' topics. */
    public static List<String> topics(String group) {
        return List.of(
                topic(group, DeskProcessor.DESKS),
                topic(group, LanguageRouter.VERSIONS),
                topic(group, AssignmentOrder.ASSIGNED));
    }

    private static String topic(String group, String store) {
        return group + "-" + store + "-changelog";
    }

    public void write(StoryArticle article, Outcome outcome) {
        int desk = LanguageSpread.VOLUME.partition(article.language(), partitions);
        for (Stored entry : outcome.stored()) {
            send(DeskProcessor.DESKS, desk, article.language() + ' ' + entry.key(), entry.value());
        }
        for (String key : outcome.removed()) {
            producer.send(new ProducerRecord<>(
                    topic(group, DeskProcessor.DESKS), desk, bytes(article.language() + ' ' + key), null));
        }
        long seenAt = article.publishedAt().toEpochMilli();
        send(
                LanguageRouter.VERSIONS,
                null,
                article.uri(),
                version(new SeenVersion(article.language(), article.version(), seenAt)));
        for (Assignment assignment : outcome.assignments()) {
            send(
                    AssignmentOrder.ASSIGNED,
                    null,
                    assignment.uri(),
                    version(new SeenVersion("", assignment.version(), seenAt)));
        }
    }

    private static byte[] version(SeenVersion seen) {
        return SeenVersion.SERDE.serializer().serialize("", seen);
    }

    /** @param partition none: that of the key, as the articles themselves have it */
    private void send(String store, @Nullable Integer partition, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic(group, store), partition, bytes(key), value));
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** Once all of it is on the broker. */
    @Override
    public void close() {
        producer.close();
    }
}
