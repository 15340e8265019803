package dev.dateline.story;

import java.util.List;

/**
 * What one article led to. Publish and store it as one.
 *
 * @param assignments the article's own, and those of articles that a merge or a recall moved
 * @param changes in the order they happened
 * @param stories current state of each story touched, merged and closed ones too
 * @param stored entries to put into the store, each key once
 * @param removed keys to delete from the store; none of them is in {@code stored}
 */
public record Outcome(
        List<Assignment> assignments,
        List<Change> changes,
        List<Story> stories,
        List<Stored> stored,
        List<String> removed) {

    static final Outcome NONE = new Outcome(List.of(), List.of(), List.of(), List.of(), List.of());

    public Outcome {
        assignments = List.copyOf(assignments);
        changes = List.copyOf(changes);
        stories = List.copyOf(stories);
        stored = List.copyOf(stored);
        removed = List.copyOf(removed);
    }

    /** Whether nothing happened: an old version, an article that nobody knows. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
