package dev.dateline.story;

import java.util.Optional;

/**
 * Which story an article belongs to.
 *
 * @param version of the article that was assigned; an assignment of a lower one says nothing any more
 * @param similarity to its story when it was assigned, 0 to 1; 1 for the article that opened it
 * @param removed the article was recalled and belongs to none any more
 */
public record Assignment(
        String uri, long version, String storyId, Optional<Duplicate> duplicate, double similarity, boolean removed) {}
