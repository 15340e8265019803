package dev.dateline.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All live stories of one language. Fed with articles in the order they come; every answer depends on those alone, so a
 * replay gives the same. For one thread.
 *
 * <p>A desk keeps nothing on disk. What it says to store, given back to {@link #restore} in any order and closed with
 * {@link #restored}, makes a desk that goes on exactly as the first would have.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Desk {
    private final String language;
    private final Settings settings;

    public Desk(String language, Settings settings) {
        this.language = language;
        this.settings = settings;
    }

    /**
     * Takes in an article: a new one is assigned, a higher version of a known one replaces it, any other is ignored.
     *
     * @param at when the record came; bounds what a publication date in the future can do
     */
    public Outcome join(StoryArticle article, Instant at) {
        throw new UnsupportedOperationException(language + settings);
    }

    /** Takes an article back. One that is not known, or no longer, changes nothing. */
    public Outcome recall(String uri, Recall reason, Instant at) {
        throw new UnsupportedOperationException(language + settings);
    }

    /**
     * Takes back one stored entry.
     *
     * @throws IllegalArgumentException if it is none, or of a later version than this code knows
     */
    public void restore(byte[] stored) {
        throw new UnsupportedOperationException(language + settings);
    }

    /** All stored entries have been given back. */
    public void restored() {
        throw new UnsupportedOperationException(language + settings);
    }

    /** A story by its id; a merged one leads to the story that took its members. */
    public Optional<Story> story(String id) {
        throw new UnsupportedOperationException(language + settings);
    }

    /** Where an article of the window belongs. */
    public Optional<Assignment> assignment(String uri) {
        throw new UnsupportedOperationException(language + settings);
    }

    /**
     * Open stories, latest {@code lastSeen} first, ties by id.
     *
     * @param least smallest size
     * @param limit most stories
     */
    public List<Story> stories(int least, int limit) {
        throw new UnsupportedOperationException(language + settings);
    }

    /** Articles in the window. */
    public int articles() {
        throw new UnsupportedOperationException(language + settings);
    }

    /** Open stories. */
    public int openStories() {
        throw new UnsupportedOperationException(language + settings);
    }
}
