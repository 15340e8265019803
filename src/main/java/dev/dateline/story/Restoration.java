package dev.dateline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries as they come back, until they are all there. */
final class Restoration {
    private final List<Codec.ArticleEntry> articles = new ArrayList<>();
    private final Map<String, Codec.StoryEntry> stories = new HashMap<>();
    private final Recurring recurring;
    private long streamTime = Long.MIN_VALUE;
    private long nextSequence;

    Restoration(Recurring recurring) {
        this.recurring = recurring;
    }

    void add(byte[] entry) {
        ByteReader in = Codec.opened(entry);
        try {
            switch (in.raw()) {
                case Codec.DESK -> {
                    streamTime = in.signed();
                    nextSequence = in.varint();
                }
                case Codec.STORY -> {
                    Codec.StoryEntry story = Codec.story(in);
                    stories.put(story.id(), story);
                }
                case Codec.ARTICLE -> articles.add(Codec.article(in, recurring));
                default -> throw new IllegalArgumentException("a story entry of unknown kind");
            }
        } catch (IndexOutOfBoundsException cut) {
            throw new IllegalArgumentException("a story entry that is cut short", cut);
        }
    }

    /** Fills an empty shelf. */
    void into(Shelf shelf, String language) {
        Map<String, LiveStory> open = new HashMap<>();
        for (Codec.StoryEntry entry : stories.values()) {
            if (entry.into().isEmpty()) {
                LiveStory story = new LiveStory(entry.id(), language);
                story.deltas.addAll(entry.deltas());
                open.put(entry.id(), story);
                shelf.open(story);
            }
        }
        for (Codec.StoryEntry entry : stories.values()) {
            if (!entry.into().isEmpty()) {
                LiveStory into = resolved(entry.id(), open);
                into.absorbed.add(entry.id());
                shelf.redirect(entry.id(), into);
            }
        }
        // Indices list articles as they came.
        articles.sort(Comparator.comparingLong(entry -> entry.article().sequence));
        for (Codec.ArticleEntry entry : articles) {
            shelf.put(entry.article(), resolved(entry.storyId(), open));
        }
        for (Codec.StoryEntry entry : stories.values()) {
            if (entry.into().isEmpty()) {
                LiveStory story = resolved(entry.id(), open);
                story.central(shelf.article(entry.central())
                        .orElseThrow(() -> new IllegalStateException(
                                "story " + entry.id() + " is stored without its central article")));
            }
        }
    }

    private LiveStory resolved(String id, Map<String, LiveStory> open) {
        String at = id;
        for (int step = 0; step <= stories.size(); step++) {
            LiveStory story = open.get(at);
            if (story != null) {
                return story;
            }
            Codec.StoryEntry entry = stories.get(at);
            if (entry == null) {
                break;
            }
            at = entry.into();
        }
        throw new IllegalStateException("story " + id + " is not stored");
    }

    long streamTime() {
        return streamTime;
    }

    long nextSequence() {
        return nextSequence;
    }

    void clear() {
        articles.clear();
        stories.clear();
    }
}
