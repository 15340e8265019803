package dev.dateline.console;

/**
 * A record of a downstream topic, as the feed tells it.
 *
 * @param id its Kafka coordinates, {@code topic/partition/offset}: what a client repeats as {@code Last-Event-ID}
 * @param name the kind: {@code enriched} or {@code deadletter}
 * @param data JSON
 */
record FeedEvent(String id, String name, String data) {}
