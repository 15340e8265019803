package dev.dateline.stream;

/**
 * One way in. Each lane has its own consumer, producer and offsets, so that none waits for another.
 *
 * @param name bounded, since it is a metric tag
 * @param topic what it reads
 * @param rank lanes of a lower rank are enriched first when both have work
 */
public record Lane(String name, String topic, int rank) {}
