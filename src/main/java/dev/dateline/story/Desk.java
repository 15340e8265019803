package dev.dateline.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * All live stories of one language. Fed with articles in the order they come; every answer depends on those alone, so a
 * replay gives the same. For one thread.
 *
 * <p>Time is that of the events: the latest publication seen, though never later than its record came. An article leaves
 * when it is a window older than that; its assignment stays true. What comes older than the window gets a story of its
 * own that is closed at once, and is not kept.
 *
 * <p>A desk keeps nothing on disk. What it says to store, given back to {@link #restore} in any order and closed with
 * {@link #restored}, makes a desk that goes on exactly as the first would have.
 */
public final class Desk {
    private final String language;
    private final Settings settings;
    private final Profiler profiler;
    private final Shelf shelf;
    private final Arrivals arrivals;
    private final Departures departures;
    private final Recurring recurring = new Recurring();
    private final Restoration restoration = new Restoration(recurring);
    private long streamTime = Long.MIN_VALUE;
    private long nextSequence;

    /** @param language BCP 47; it names the stories and chooses the word table, where one is shipped */
    public Desk(String language, Settings settings) {
        this.language = language;
        this.settings = settings;
        profiler = new Profiler(language);
        shelf = new Shelf(profiler);
        Copies copies = new Copies(shelf);
        Originals originals = new Originals(copies);
        arrivals = new Arrivals(language, settings, shelf, copies, originals);
        departures = new Departures(shelf, originals);
    }

    /**
     * Takes in an article: a new one is assigned, a higher version of a known one replaces it, any other is ignored.
     *
     * @param at when the record came; bounds what a publication date in the future can do
     */
    public Outcome join(StoryArticle article, Instant at) {
        Optional<LiveArticle> known = shelf.article(article.uri());
        if (known.isPresent() && known.get().version >= article.version()) {
            return Outcome.NONE;
        }
        long time = Math.min(millis(article.publishedAt()), millis(at));
        streamTime = Math.max(streamTime, time);
        Ledger ledger = new Ledger(settings.publishedMembers());
        departures.expire(oldest(), ledger);
        // It may just have left.
        Optional<LiveStory> before = shelf.article(article.uri()).map(old -> departures.withdraw(old, ledger));
        LiveArticle fresh = new LiveArticle(
                nextSequence,
                article.version(),
                time,
                Shown.of(article, recurring),
                profiler.of(article),
                recurring.entities(Shown.entities(article.entities())),
                recurring.topics(Shown.topics(article.topics())),
                AccountCodec.writeAll(Accounts.of(article)),
                Optional.empty());
        before.ifPresent(story -> ledger.change(Change.of(
                story.id(), Change.Kind.CORRECTED, article.uri(), fresh.shown().publishedAt())));
        if (time < oldest()) {
            arrivals.passBy(fresh, ledger);
        } else {
            nextSequence++;
            arrivals.assign(fresh, before, ledger);
        }
        before.filter(departures::leftEmpty).ifPresent(story -> departures.close(story, fresh, ledger));
        return ledger.outcome(Codec.desk(streamTime, nextSequence));
    }

    /** Takes an article back. One that is not known, or no longer, changes nothing. */
    public Outcome recall(String uri, Recall reason, Instant at) {
        Optional<LiveArticle> known = shelf.article(uri);
        if (known.isEmpty()) {
            return Outcome.NONE;
        }
        Ledger ledger = new Ledger(settings.publishedMembers());
        LiveArticle article = known.get();
        LiveStory story = departures.withdraw(article, ledger);
        ledger.assigned(article.assignment(true));
        ledger.change(Change.killed(story.id(), uri, reason, article.shown().publishedAt()));
        if (story.size() == 0) {
            departures.close(story, article, ledger);
        }
        return ledger.outcome(Codec.desk(streamTime, nextSequence));
    }

    private long oldest() {
        long window = settings.window().toMillis();
        return streamTime < Long.MIN_VALUE + window ? Long.MIN_VALUE : streamTime - window;
    }

    /** Times past what a long holds in milliseconds are as far as it goes. */
    private static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException beyond) {
            return time.isAfter(Instant.EPOCH) ? Long.MAX_VALUE / 4 : Long.MIN_VALUE / 4;
        }
    }

    /**
     * Takes back one stored entry.
     *
     * @throws IllegalArgumentException if it is none, or of a form that this code does not know
     */
    public void restore(byte[] stored) {
        restoration.add(stored);
    }

    /**
     * All stored entries have been given back.
     *
     * @throws IllegalStateException if they do not fit together
     */
    public void restored() {
        restoration.into(shelf, language);
        streamTime = restoration.streamTime();
        nextSequence = restoration.nextSequence();
        restoration.clear();
    }

    /** A story by its id; a merged one leads to the story that took its members. */
    public Optional<Story> story(String id) {
        return shelf.story(id).map(this::published);
    }

    /** Where an article of the window belongs. */
    public Optional<Assignment> assignment(String uri) {
        return shelf.article(uri).map(article -> article.assignment(false));
    }

    /**
     * Open stories, latest {@code lastSeen} first, ties by id. Looks at each open story once.
     *
     * @param least smallest size
     * @param limit most stories
     */
    public List<Story> stories(int least, int limit) {
        Comparator<LiveStory> latest =
                Comparator.<LiveStory>comparingLong(story -> -story.last()).thenComparing(LiveStory::id);
        PriorityQueue<LiveStory> best = new PriorityQueue<>(latest.reversed());
        for (LiveStory story : shelf.stories()) {
            if (story.size() >= least) {
                best.add(story);
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted(latest).map(this::published).toList();
    }

    private Story published(LiveStory story) {
        return story.published(Story.State.OPEN, Optional.empty(), settings.publishedMembers());
    }

    /** Articles in the window. */
    public int articles() {
        return shelf.articles();
    }

    /** Open stories. */
    public int openStories() {
        return shelf.openStories();
    }
}
