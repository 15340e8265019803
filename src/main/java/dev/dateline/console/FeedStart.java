package dev.dateline.console;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Begins the feed a little before the end of each partition, so that a restarted process can still tell what it missed. */
@ApplicationScoped
@Identifier("feed")
class FeedStart implements KafkaConsumerRebalanceListener {
    private final int replay;

    FeedStart(ConsoleConfig config) {
        this.replay = config.feedReplay();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        long each = replay / partitions.size();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions)
                .forEach((partition, end) ->
                        consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - each)));
    }
}
