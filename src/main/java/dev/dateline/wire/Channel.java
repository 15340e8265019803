package dev.dateline.wire;

/** What the service publishes. */
public enum Channel {
    ENRICHED,
    ENTITIES,
    TOPICS,
    QUOTES,
    ARTICLE_STORIES,
    STORIES,
    STORY_CHANGES
}
