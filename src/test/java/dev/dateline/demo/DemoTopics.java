package dev.dateline.demo;

/** The topics that the demo writes and reads; the service creates them. */
final class DemoTopics {
    static final String ARTICLES = "articles";
    static final String ENRICHED = "articles.enriched";
    static final String DEAD_LETTERS = "articles.deadletter";

    private DemoTopics() {}
}
