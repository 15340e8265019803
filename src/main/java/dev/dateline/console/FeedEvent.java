package dev.dateline.console;

/**
 * A record of a downstream topic, as the feed tells it.
 *
 * @param id its Kafka coordinates, {@code topic/partition/offset}: what a client repeats as {@code Last-Event-ID}
 * @param name the kind: {@code enriched}, {@code story}, {@code change} or {@code deadletter}
 * @param key the record's: an article's uri, a story's id
 * @param data JSON
 */
record FeedEvent(String id, String name, String key, String data) {}
