package dev.dateline.story;

import java.util.Optional;

/**
 * Which story an article belongs to.
 *
 * @param similarity to its story when it was assigned, 0 to 1; 1 for the article that opened it
 * @param removed the article was recalled and belongs to none any more
 */
public record Assignment(
        String uri, String storyId, Optional<Duplicate> duplicate, double similarity, boolean removed) {}
