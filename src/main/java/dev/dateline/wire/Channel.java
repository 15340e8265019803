package dev.dateline.wire;

/** What the enrichment publishes. */
public enum Channel {
    ENRICHED,
    ENTITIES,
    TOPICS,
    QUOTES
}
