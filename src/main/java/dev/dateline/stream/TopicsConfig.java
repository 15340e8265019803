package dev.dateline.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** Names of the Kafka topics, and whether the service may create them. */
@ConfigMapping(prefix = "dateline.topics")
public interface TopicsConfig {
    String NAME = "[a-zA-Z0-9._-]{1,249}";

    /** Live articles come in here. */
    @WithDefault("articles")
    @Pattern(regexp = NAME)
    String articles();

    /** Articles that may wait: an archive, a re-run. They never delay the live ones. */
    @WithDefault("articles.backfill")
    @Pattern(regexp = NAME)
    String backfill();

    /** Enriched articles go out here. */
    @WithDefault("articles.enriched")
    @Pattern(regexp = NAME)
    String enriched();

    /** One record for each entity of each article goes out here. */
    @WithDefault("entities")
    @Pattern(regexp = NAME)
    String entities();

    /** One record for each topic of each article goes out here. */
    @WithDefault("topics")
    @Pattern(regexp = NAME)
    String topics();

    /** One record for each quotation of each article goes out here. */
    @WithDefault("quotes")
    @Pattern(regexp = NAME)
    String quotes();

    /** For each article, the story it is in goes out here. */
    @WithDefault("articles.stories")
    @Pattern(regexp = NAME)
    String articleStories();

    /** Stories as they stand go out here. */
    @WithDefault("stories")
    @Pattern(regexp = NAME)
    String stories();

    /** Each step of each story goes out here. */
    @WithDefault("stories.changes")
    @Pattern(regexp = NAME)
    String storyChanges();

    /** Records that can never be enriched go here, bytes untouched. */
    @WithDefault("articles.deadletter")
    @Pattern(regexp = NAME)
    String deadletter();

    /** Create topics that are missing, at start. Off: a missing topic keeps the service from becoming ready. */
    @WithDefault("false")
    boolean create();

    /** Partitions of a topic that the service creates. */
    @WithDefault("6")
    @Min(1)
    @Max(10_000)
    int partitions();

    /** Replicas of a topic that the service creates; -1 takes the broker's default. */
    @WithDefault("-1")
    @Min(-1)
    @Max(32_767)
    short replicas();
}
