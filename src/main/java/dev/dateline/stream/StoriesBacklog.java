package dev.dateline.stream;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether those who group articles into stories have enough to do. Both lanes come to them on one topic, in the order
 * in which they were enriched: live articles wait for no more backfilled ones than are let past here. One thread asks.
 */
final class StoriesBacklog implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StoriesBacklog.class);
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    private static final long TIMEOUT_MILLIS = 5_000;
    private static final Duration READERS_HOLD = Duration.ofSeconds(2);

    private final Supplier<Admin> admins;
    private final String group;
    private final int most;
    private volatile @Nullable Admin admin;
    private boolean told;
    private boolean read;
    private long askedAt = System.nanoTime() - READERS_HOLD.toNanos();

    /**
     * Asks when asked.
     *
     * @param admins makes the client, when it is first needed
     * @param group of the stories, on all topics that it reads, its own included
     * @param most records that it may be behind; 0 for no bound
     */
    StoriesBacklog(Supplier<Admin> admins, String group, int most) {
        this.admins = admins;
        this.group = group;
        this.most = most;
    }

    /**
     * Whether backfilled articles should wait. They wait for nobody where no process has the role, and where it cannot be
     * told: what is late is better than what never comes.
     */
    boolean isFull() throws InterruptedException {
        try {
            if (most == 0) {
                return false;
            }
            Admin asked = admin;
            if (asked == null) {
                asked = admins.get();
                admin = asked;
            }
            boolean full = behind(asked) > most && isRead(asked);
            told = false;
            return full;
        } catch (ExecutionException | TimeoutException | KafkaException unknown) {
            if (!told) {
                LOG.warnf(
                        "How far the stories are behind is not known, backfilled articles wait for nothing group=%s"
                                + " cause=%s",
                        group, unknown);
            }
            told = true;
            return false;
        }
    }

    private long behind(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        committed.values().removeIf(offset -> offset == null);
        if (committed.isEmpty()) {
            return 0;
        }
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                        committed.keySet().stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())),
                        COMMITTED)
                .all()
                .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        long behind = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> each : committed.entrySet()) {
            ListOffsetsResultInfo end = ends.get(each.getKey());
            behind +=
                    end == null ? 0 : Math.max(0, end.offset() - each.getValue().offset());
        }
        return behind;
    }

    /** Who has the role changes rarely, and is asked rarely. */
    private boolean isRead(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        if (System.nanoTime() - askedAt < READERS_HOLD.toNanos()) {
            return read;
        }
        read =
                admin
                        .describeConsumerGroups(Set.of(group))
                        .all()
                        .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                        .values()
                        .stream()
                        .anyMatch(described -> !described.members().isEmpty());
        askedAt = System.nanoTime();
        return read;
    }

    @Override
    public void close() {
        Admin asked = admin;
        if (asked != null) {
            asked.close(Duration.ZERO);
        }
    }
}
