package dev.dateline.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what one article leads to; states are taken down once, at the end. */
final class Ledger {
    private final int publishedMembers;
    private final Map<String, Assignment> assignments = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Story> ended = new LinkedHashMap<>();
    private final Map<String, LiveStory> touched = new LinkedHashMap<>();
    private final Map<String, LiveStory> dirtyStories = new LinkedHashMap<>();
    private final Map<String, LiveArticle> dirtyArticles = new LinkedHashMap<>();
    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private final Map<String, String> removed = new LinkedHashMap<>();

    Ledger(int publishedMembers) {
        this.publishedMembers = publishedMembers;
    }

    void change(Change change) {
        changes.add(change);
    }

    void assigned(Assignment assignment) {
        assignments.put(assignment.uri(), assignment);
    }

    /** The article is to be published as assigned, and stored. */
    void assigned(LiveArticle article) {
        assigned(article.assignment(false));
        dirtyArticles.put(article.uri(), article);
        removed.remove(Codec.key(article));
    }

    /** The article is no longer in the window. */
    void removed(LiveArticle article) {
        dirtyArticles.remove(article.uri());
        removed.put(Codec.key(article), "");
    }

    /** The story is to be published. */
    void touched(LiveStory story) {
        touched.put(story.id(), story);
    }

    /** The story's own entry is to be stored. */
    void dirty(LiveStory story) {
        dirtyStories.put(story.id(), story);
    }

    /** The story has ended in this state. */
    void ended(Story story) {
        ended.put(story.id(), story);
        touched.remove(story.id());
        dirtyStories.remove(story.id());
    }

    void stored(Stored entry) {
        stored.put(entry.key(), entry);
    }

    void removed(String key) {
        stored.remove(key);
        removed.put(key, "");
    }

    Story.State stateOf(String storyId) {
        Story over = ended.get(storyId);
        return over == null ? Story.State.OPEN : over.state();
    }

    Story state(LiveStory story, Story.State state, java.util.Optional<String> into) {
        return story.published(state, into, publishedMembers);
    }

    Outcome outcome(Stored desk) {
        List<Story> stories = new ArrayList<>(ended.values());
        touched.values().forEach(story -> stories.add(state(story, Story.State.OPEN, java.util.Optional.empty())));
        dirtyStories.values().forEach(story -> stored(Codec.story(story)));
        dirtyArticles.values().forEach(article -> stored(Codec.article(article)));
        stored(desk);
        removed.keySet().removeAll(stored.keySet());
        return new Outcome(
                List.copyOf(assignments.values()),
                changes,
                stories,
                List.copyOf(stored.values()),
                List.copyOf(removed.keySet()));
    }
}
