package dev.dateline.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;

/**
 * Every meter of ours: name, meaning, tags. All tags are bounded: they come from enums, from the list of stages, from
 * lanes, or from the partitions of the input topics; never from articles.
 */
public enum Meters {
    /** Consumed records by fate. {@code outcome}: enriched, recalled, dead-lettered, ignored; {@code code}: why, else "". */
    ARTICLES("dateline.articles", "Consumed records by outcome; each counts once, when its transaction commits"),
    LANGUAGES("dateline.languages", "Enriched articles by detected language"),
    /** {@code subject}: label of one of the 17 top-level Media Topics. */
    SUBJECTS("dateline.subjects", "Enriched articles by top-level subject; one with two subjects counts for both"),
    OUTLETS("dateline.outlets", "Different outlets of live articles enriched here in the last hour, within 2 % or so"),
    /** {@code result}: ok, or the reason of {@code incomplete}. */
    STAGE_DURATION("dateline.stage.duration", "Time one stage took for one article"),
    BATCH_ARTICLES("dateline.batch.articles", "Articles in a committed transaction"),
    BYTES_IN_FLIGHT("dateline.bytes.in.flight", "Bytes of articles read but not yet committed"),
    /** {@code since}: published (by the article's own account) or received (by the broker). */
    AGE("dateline.age", "Age of an article when its enrichment commits"),
    TRANSACTION_DURATION("dateline.transaction.duration", "From begin to commit of a transaction"),
    TRANSACTION_ABORTS("dateline.transaction.aborts", "Batches that failed and were done again"),
    REBALANCES("dateline.rebalances", "Times partitions were taken from or given to this instance"),
    LAG("dateline.lag", "Records between the committed offset and the end of a partition held by this instance"),
    LADDER_STEP("dateline.ladder.step", "Stages left out of live articles because of overload"),
    STAGES_OVERDUE("dateline.stages.overdue", "Stages past their deadline that still hold a thread"),
    /** {@code change}: opened, joined, merged, closed, corrected, killed, delta. */
    STORY_CHANGES("dateline.story.changes", "Steps of stories"),
    STORIES_DELAY("dateline.stories.delay", "From an article's enrichment to its story"),
    /** {@code reason}: stale, unreadable, failed. */
    STORIES_LEFT_OUT("dateline.stories.left.out", "Enriched articles that the stories did not take"),
    STORIES_RESTORING("dateline.stories.restoring", "Records of state still to be read before stories go on"),
    KNOWLEDGE_ENTRIES("dateline.knowledge.entries", "Entries of the knowledge base in use"),
    /** {@code result}: ok, or failed: the last good one stays in use. */
    KNOWLEDGE_RELOADS("dateline.knowledge.reloads", "Changes of the operator's knowledge base taken up"),
    TAXONOMY_CODES("dateline.taxonomies.codes", "Codes of the operator's taxonomies in use"),
    /** {@code scheme, result}: as for the knowledge base. */
    TAXONOMY_RELOADS("dateline.taxonomies.reloads", "Changes of the operator's taxonomies taken up"),
    FEED_CLIENTS("dateline.feed.clients", "Open connections to the live feed");

    private static final Duration[] STAGE_BUCKETS = millis(1, 2, 5, 10, 20, 50, 100, 250, 500, 1_000, 2_000, 5_000);
    private static final Duration[] AGE_BUCKETS =
            millis(50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 3_600_000);

    private final String id;
    private final String description;

    Meters(String id, String description) {
        this.id = id;
        this.description = description;
    }

    public String id() {
        return id;
    }

    public String description() {
        return description;
    }

    /** Registers it as a counter, or finds it again. */
    public Counter counter(MeterRegistry registry, String... tags) {
        return Counter.builder(id).description(description).tags(tags).register(registry);
    }

    Timer timer(MeterRegistry registry, String... tags) {
        return Timer.builder(id)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(this == AGE || this == STORIES_DELAY ? AGE_BUCKETS : STAGE_BUCKETS)
                .register(registry);
    }

    DistributionSummary summary(MeterRegistry registry, String... tags) {
        return DistributionSummary.builder(id)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
                .register(registry);
    }

    private static Duration[] millis(long... values) {
        return Arrays.stream(values).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
