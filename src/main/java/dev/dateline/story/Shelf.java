package dev.dateline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** The articles in the window, and every index over them. */
final class Shelf {
    private final Map<String, LiveArticle> articles = new HashMap<>();
    private final Map<String, LiveStory> stories = new HashMap<>();
    private final Map<String, LiveStory> redirects = new HashMap<>();
    private final Postings byTerm = new Postings();
    private final Postings byShingle = new Postings();
    private final Slots<LiveArticle> articleSlots = new Slots<>();
    private final Slots<LiveStory> storySlots = new Slots<>();
    /** Slot of the story that the article in a slot is in. */
    private int[] storyOf = new int[64];

    private final PriorityQueue<LiveArticle> oldestFirst =
            new PriorityQueue<>(Comparator.<LiveArticle>comparingLong(article -> article.time)
                    .thenComparingLong(article -> article.sequence));
    private final Profiler profiler;

    Shelf(Profiler profiler) {
        this.profiler = profiler;
    }

    Optional<LiveArticle> article(String uri) {
        return Optional.ofNullable(articles.get(uri));
    }

    int articles() {
        return articles.size();
    }

    /** An open story, or the one that took its members. */
    Optional<LiveStory> story(String id) {
        LiveStory open = stories.get(id);
        return Optional.ofNullable(open == null ? redirects.get(id) : open);
    }

    Iterable<LiveStory> stories() {
        return stories.values();
    }

    int openStories() {
        return stories.size();
    }

    Postings byTerm() {
        return byTerm;
    }

    Postings byShingle() {
        return byShingle;
    }

    LiveArticle articleIn(int slot) {
        return articleSlots.get(slot);
    }

    LiveStory storyIn(int slot) {
        return storySlots.get(slot);
    }

    /** The slot of the story of the article in a slot. */
    int storyOf(int articleSlot) {
        return storyOf[articleSlot];
    }

    /** Puts in the place of articles' slots those of their stories. */
    void storiesOf(int[] slots, int from, int to) {
        for (int i = from; i < to; i++) {
            slots[i] = storyOf[slots[i]];
        }
    }

    void open(LiveStory story) {
        stories.put(story.id(), story);
        story.slot = storySlots.put(story);
    }

    void close(LiveStory story) {
        left(story.id());
        story.absorbed.forEach(redirects::remove);
    }

    void redirect(String id, LiveStory into) {
        left(id);
        redirects.put(id, into);
    }

    private void left(String id) {
        LiveStory open = stories.remove(id);
        if (open != null) {
            storySlots.remove(open.slot);
        }
    }

    /** Moves all members of a story into another. */
    void move(LiveStory from, LiveStory into) {
        for (LiveArticle member : from.members()) {
            into.add(member);
            storyOf[member.slot] = into.slot;
        }
        from.members().clear();
    }

    /** Puts an article with its story on the shelf; its sequence number is the highest. */
    void put(LiveArticle article, LiveStory story) {
        Profile profile = article.profile();
        articles.put(article.uri(), article);
        profiler.count(profile, 1);
        int slot = articleSlots.put(article);
        article.slot = slot;
        if (slot == storyOf.length) {
            storyOf = Arrays.copyOf(storyOf, 2 * slot);
        }
        storyOf[slot] = story.slot;
        for (int key : profile.keys()) {
            byTerm.add(key, slot);
        }
        for (int key : profile.shingles().keys()) {
            byShingle.add(key, slot);
        }
        oldestFirst.add(article);
        story.add(article);
    }

    /** Takes an article off the shelf and out of its story, which stays open even if it is empty now. */
    void remove(LiveArticle article) {
        Profile profile = article.profile();
        article.story().remove(article);
        articles.remove(article.uri());
        article.gone();
        profiler.count(profile, -1);
        for (int key : profile.keys()) {
            byTerm.remove(key, article.slot);
        }
        for (int key : profile.shingles().keys()) {
            byShingle.remove(key, article.slot);
        }
        articleSlots.remove(article.slot);
    }

    /** Articles from before a time, oldest first, no more than {@code most}. */
    List<LiveArticle> before(long time, int most) {
        List<LiveArticle> old = new ArrayList<>();
        while (!oldestFirst.isEmpty() && old.size() < most) {
            LiveArticle head = oldestFirst.element();
            if (head.live() && head.time >= time) {
                break;
            }
            oldestFirst.remove();
            if (head.live()) {
                old.add(head);
            }
        }
        return old;
    }
}
