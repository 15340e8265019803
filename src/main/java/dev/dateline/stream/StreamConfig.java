package dev.dateline.stream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the enrichment reads from and writes to Kafka. */
@ConfigMapping(prefix = "dateline.stream")
public interface StreamConfig {
    /** Stem of the consumer groups, one for each lane, and of the transactional ids. */
    @WithDefault("dateline-enrich")
    @NotBlank
    String group();

    /**
     * Name of this process within the group, unique among those that run at once: two that share one fence each other.
     * Default: host name and process id, which a restarted container keeps.
     */
    Optional<String> instance();

    /** Use {@code instance} as {@code group.instance.id}: a quick restart then causes no rebalance. */
    @WithDefault("false")
    boolean staticMembership();

    /** Articles enriched at the same time. Default: one for each processor. */
    Optional<@Min(1) @Max(1_024) Integer> workers();

    /** Most articles under way at once, and so in one transaction. */
    @WithDefault("32")
    @Min(1)
    @Max(10_000)
    int batchMaxArticles();

    /**
     * Backfilled articles wait while the stories have more records than this before them, so that live articles never wait
     * for more; 0: they do not.
     */
    @WithDefault("100")
    @Min(0)
    @Max(1_000_000)
    int backfillMostBehind();

    /** Most bytes of articles read but not yet committed, over all partitions of a lane; 1M to 1G. */
    @WithDefault("32M")
    @ByteRange(min = 1 << 20, max = 1 << 30)
    MemorySize maxBytesInFlight();

    /** A record longer than this goes to the dead letters as TOO_LARGE. */
    @WithDefault("1M")
    @ByteRange(min = 1 << 10, max = 64 << 20)
    MemorySize maxArticleBytes();

    /** Longest the shutdown waits for what is under way; keep it below the pod's grace period. */
    @WithDefault("25s")
    @DurationMin(seconds = 1)
    Duration drainTimeout();

    /**
     * When the loop has not gone round, or an article has held a worker, for this long, the process reports itself dead. Longer
     * than a broker outage blocks a client.
     */
    @WithDefault("180s")
    @DurationMin(seconds = 120)
    Duration stuckAfter();

    /** Settings of the Kafka consumer, over those under {@code kafka.*} and the defaults of the loop. */
    Map<String, String> consumer();

    /** Settings of the Kafka producer, over those under {@code kafka.*} and the defaults of the loop. */
    Map<String, String> producer();
}
