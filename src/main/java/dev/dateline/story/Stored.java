package dev.dateline.story;

/**
 * An entry of the store.
 *
 * @param key unique within a desk
 * @param value opaque; begins with the version of its form. The array is shared: do not write
 */
@SuppressWarnings("ArrayRecordComponent")
public record Stored(String key, byte[] value) {}
