package dev.dateline.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that the service needs, created where they are missing. */
final class DemoTopics {
    static final String ARTICLES = "articles";
    static final String ENRICHED = "articles.enriched";
    static final String DEAD_LETTERS = "articles.deadletter";

    /** An article with its annotations outgrows Kafka's default of 1 MB. */
    private static final String MAX_MESSAGE_BYTES = String.valueOf(16 * 1024 * 1024);

    private static final List<NewTopic> TOPICS = List.of(
            topic(ARTICLES, 6, "delete"),
            topic("articles.backfill", 6, "delete"),
            topic(ENRICHED, 6, "compact,delete"),
            topic("entities", 6, "delete"),
            topic("topics", 6, "delete"),
            topic(DEAD_LETTERS, 1, "delete"));

    private DemoTopics() {}

    static void create(Admin admin) throws InterruptedException {
        for (KafkaFuture<Void> created : admin.createTopics(TOPICS).values().values()) {
            try {
                created.get();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException)) {
                    throw new DemoException("cannot create the topics: " + failure.getMessage(), failure);
                }
            }
        }
    }

    /** As many copies as the cluster's own default asks for. */
    private static NewTopic topic(String name, int partitions, String cleanup) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty())
                .configs(Map.of("cleanup.policy", cleanup, "max.message.bytes", MAX_MESSAGE_BYTES));
    }
}
