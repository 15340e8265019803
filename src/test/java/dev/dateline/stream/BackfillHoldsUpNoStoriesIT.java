package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.broker.InJvmBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** Live and backfilled articles come to the stories on one topic: these must not find an archive before the live ones. */
class BackfillHoldsUpNoStoriesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ARCHIVE = 1_000;
    private static final int LIVE = 50;
    private static final int MOST_BEHIND = 100;
    /** The transaction that is let past last, and each one's marker on each of six partitions. */
    private static final int TRANSACTION = 32;

    @Test
    void anArchiveWaitsWhileTheStoriesAreBehindThemAndLiveArticlesPass() {
        try (InJvmBroker broker = InJvmBroker.start()) {
            broker.createTopics(6, "articles.enriched");
            try (KafkaConsumer<byte[], byte[]> stories = stories(broker);
                    CommittedReader enriched = new CommittedReader(broker.bootstrapServers(), "articles.enriched")) {
                while (stories.assignment().isEmpty()) {
                    stories.poll(Duration.ofMillis(100));
                }
                stories.assignment().forEach(stories::position);
                stories.commitSync();
                EnrichStream stream = TestStreams.start(
                        broker.bootstrapServers(),
                        Map.of("dateline.stream.backfill-most-behind", Integer.toString(MOST_BEHIND)));

                send(broker, "articles.backfill", ARCHIVE);
                enriched.readUntil(seen -> seen.size() >= TRANSACTION, SOON, Duration.ofSeconds(2));
                send(broker, "articles", LIVE);
                List<ConsumerRecord<byte[], byte[]>> seen =
                        enriched.readUntil(all -> of("articles", all) == LIVE, SOON, Duration.ofSeconds(1));
                assertThat(of("articles.backfill", seen))
                        .isBetween((long) TRANSACTION, (long) MOST_BEHIND + TRANSACTION);

                // Now the stories take in whatever comes.
                enriched.readUntil(
                        all -> {
                            stories.poll(Duration.ZERO);
                            stories.commitSync();
                            return of("articles.backfill", all) == ARCHIVE;
                        },
                        SOON,
                        Duration.ZERO);
                stream.stop();
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> stories(InJvmBroker broker) {
        KafkaConsumer<byte[], byte[]> stories = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "dateline-stories",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        stories.subscribe(List.of("articles.enriched"));
        return stories;
    }

    private static void send(InJvmBroker broker, String topic, int articles) {
        try (Sender sender = new Sender(broker.bootstrapServers(), topic)) {
            for (int article = 0; article < articles; article++) {
                String uri = topic + "/" + article;
                sender.send(uri, Sender.article(uri, "1", "The mayor opened it."));
            }
        }
    }

    /** Those that came by a topic. */
    private static long of(String topic, List<ConsumerRecord<byte[], byte[]>> enriched) {
        return enriched.stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).startsWith(topic + "/"))
                .count();
    }
}
