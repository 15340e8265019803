package dev.dateline.story;

import java.time.Instant;
import java.util.ArrayList;
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
    /** So that a leap in time costs many articles a little, not one a lot. */
    private static final int MOST_EXPIRED_AT_ONCE = 64;

    private final String language;
    private final Settings settings;
    private final Profiler profiler;
    private final Shelf shelf;
    private final Likeness likeness;
    private final Copies copies;
    private final Candidates candidates;
    private final Restoration restoration = new Restoration();
    private long streamTime = Long.MIN_VALUE;
    private long nextSequence;

    /** @param language BCP 47; it names the stories and chooses the word table, where one is shipped */
    public Desk(String language, Settings settings) {
        this.language = language;
        this.settings = settings;
        profiler = new Profiler(language);
        shelf = new Shelf(profiler);
        likeness = new Likeness(settings.window().toMillis());
        copies = new Copies(shelf);
        candidates = new Candidates(shelf, likeness);
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
        expire(ledger);
        // It may just have left.
        Optional<LiveStory> before = shelf.article(article.uri()).map(old -> withdraw(old, ledger));
        LiveArticle fresh = new LiveArticle(
                nextSequence,
                article.version(),
                time,
                Shown.of(article),
                profiler.of(article),
                Shown.entities(article.entities()),
                Shown.topics(article.topics()),
                Accounts.of(article),
                Optional.empty());
        before.ifPresent(story -> ledger.change(Change.of(
                story.id(), Change.Kind.CORRECTED, article.uri(), fresh.shown().publishedAt())));
        if (time < oldest()) {
            passBy(fresh, ledger);
        } else {
            nextSequence++;
            assign(fresh, before, ledger);
        }
        before.filter(this::leftEmpty).ifPresent(story -> close(story, fresh, ledger));
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
        LiveStory story = withdraw(article, ledger);
        ledger.assigned(article.assignment(true));
        ledger.change(Change.killed(story.id(), uri, reason, article.shown().publishedAt()));
        if (story.size() == 0) {
            close(story, article, ledger);
        }
        return ledger.outcome(Codec.desk(streamTime, nextSequence));
    }

    /** Not one that has just merged into another. */
    private boolean leftEmpty(LiveStory story) {
        return story.size() == 0
                && shelf.story(story.id()).filter(open -> open == story).isPresent();
    }

    private long oldest() {
        long window = settings.window().toMillis();
        return streamTime < Long.MIN_VALUE + window ? Long.MIN_VALUE : streamTime - window;
    }

    private void expire(Ledger ledger) {
        for (LiveArticle old : shelf.before(oldest(), MOST_EXPIRED_AT_ONCE)) {
            LiveStory story = old.story();
            if (story.size() == 1) {
                // Published as it was with its last member.
                ledger.ended(ledger.state(story, Story.State.CLOSED, Optional.empty()));
                shelf.remove(old);
                close(story, old, ledger);
            } else {
                shelf.remove(old);
                newCentralAfter(old, story, ledger);
            }
            ledger.removed(old);
        }
    }

    /** Takes an article off the shelf; its copies get another original. The story may be left empty. */
    private LiveStory withdraw(LiveArticle article, Ledger ledger) {
        LiveStory story = article.story();
        List<LiveArticle> orphans = copiesOf(article);
        shelf.remove(article);
        ledger.removed(article);
        if (story.size() > 0) {
            newCentralAfter(article, story, ledger);
            ledger.touched(story);
        }
        orphans.stream().reduce((one, other) -> one.before(other) ? one : other).ifPresent(heir -> {
            heir.duplicate(Optional.empty());
            ledger.assigned(heir);
            for (LiveArticle orphan : orphans) {
                if (orphan != heir) {
                    orphan.duplicate(copies.compare(orphan, heir));
                    ledger.assigned(orphan);
                }
            }
        });
        return story;
    }

    private void newCentralAfter(LiveArticle gone, LiveStory story, Ledger ledger) {
        if (story.central().filter(central -> central == gone).isPresent()) {
            story.chooseCentral();
            ledger.dirty(story);
        }
    }

    private static List<LiveArticle> copiesOf(LiveArticle original) {
        List<LiveArticle> all = new ArrayList<>();
        for (LiveArticle member : original.story().members()) {
            if (member.duplicate().filter(as -> as.of().equals(original.uri())).isPresent()) {
                all.add(member);
            }
        }
        return all;
    }

    private void close(LiveStory story, LiveArticle last, Ledger ledger) {
        shelf.close(story);
        if (ledger.stateOf(story.id()) == Story.State.OPEN) {
            ledger.ended(ledger.state(story, Story.State.CLOSED, Optional.empty()));
        }
        ledger.change(Change.of(
                story.id(), Change.Kind.CLOSED, last.uri(), last.shown().publishedAt()));
        ledger.removed(Codec.key(story));
        story.absorbed.forEach(id -> ledger.removed(Codec.storyKey(id)));
    }

    /** Too old to be compared with anything: a story of its own, over at once. */
    private void passBy(LiveArticle article, Ledger ledger) {
        LiveStory story = new LiveStory(newId(article), language);
        story.add(article);
        story.chooseCentral(article);
        article.similarity(1);
        ledger.assigned(article.assignment(false));
        Instant at = article.shown().publishedAt();
        ledger.change(Change.of(story.id(), Change.Kind.OPENED, article.uri(), at));
        ledger.change(Change.of(story.id(), Change.Kind.CLOSED, article.uri(), at));
        ledger.ended(ledger.state(story, Story.State.CLOSED, Optional.empty()));
    }

    private void assign(LiveArticle article, Optional<LiveStory> before, Ledger ledger) {
        Optional<Copies.Found> copied = copies.find(article);
        List<Candidates.Candidate> near = candidates.of(article);
        Optional<LiveStory> chosen = copied.map(found -> found.other().story());
        if (chosen.isEmpty()) {
            chosen = before.filter(story -> stays(article, story));
        }
        if (chosen.isEmpty()) {
            chosen = near.stream()
                    .filter(candidate -> candidate.likeness() >= settings.threshold())
                    .findFirst()
                    .map(Candidates.Candidate::story);
        }
        boolean opens = chosen.isEmpty();
        LiveStory story = chosen.orElseGet(() -> new LiveStory(newId(article), language));
        article.similarity(opens || story.size() == 0 ? 1 : rounded(likeness.of(article, story)));
        if (opens) {
            shelf.open(story);
        }
        shelf.put(article, story);
        copied.ifPresent(found -> original(article, found, ledger));
        Optional<LiveArticle> centralBefore = story.central();
        story.chooseCentral(article);
        if (opens || !story.central().equals(centralBefore)) {
            ledger.dirty(story);
        }
        ledger.assigned(article);
        ledger.touched(story);
        Instant at = article.shown().publishedAt();
        if (opens) {
            ledger.change(Change.of(story.id(), Change.Kind.OPENED, article.uri(), at));
        } else if (before.filter(old -> old == story).isEmpty()) {
            ledger.change(Change.of(story.id(), Change.Kind.JOINED, article.uri(), at));
        }
        LiveStory whole = merge(article, story, near, ledger);
        for (Delta delta : Deltas.of(article, whole)) {
            ledger.change(Change.delta(whole.id(), delta, article.uri(), at));
            ledger.dirty(whole);
        }
    }

    /** A corrected article leaves its story only when it is clearly about something else now. */
    private boolean stays(LiveArticle article, LiveStory story) {
        return story.size() == 0 || likeness.of(article, story) >= 0.75 * settings.threshold();
    }

    /** Of an article and what it is like, the earlier one is the original; of the later one's copies too. */
    private void original(LiveArticle article, Copies.Found found, Ledger ledger) {
        LiveArticle other = found.other();
        if (other.before(article)) {
            article.duplicate(Optional.of(found.as()));
            return;
        }
        for (LiveArticle copy : copiesOf(other)) {
            copies.compare(copy, article).ifPresent(as -> {
                copy.duplicate(Optional.of(as));
                ledger.assigned(copy);
            });
        }
        other.duplicate(Optional.of(
                new Duplicate(article.uri(), found.as().kind(), found.as().similarity())));
        ledger.assigned(other);
    }

    /** Stories that an article shows to be one become one. */
    private LiveStory merge(LiveArticle article, LiveStory joined, List<Candidates.Candidate> near, Ledger ledger) {
        LiveStory whole = joined;
        for (Candidates.Candidate candidate : near) {
            LiveStory other = candidate.story();
            if (candidate.likeness() < settings.threshold()) {
                break;
            }
            // Empty: left so by a correction, or merged a moment ago.
            if (other != whole && other.size() > 0 && likeness.of(whole, other) >= settings.mergeThreshold()) {
                boolean larger = other.size() > whole.size()
                        || (other.size() == whole.size()
                                && other.members().get(0).before(whole.members().get(0)));
                LiveStory into = larger ? other : whole;
                merge(larger ? whole : other, into, article, ledger);
                whole = into;
            }
        }
        return whole;
    }

    private void merge(LiveStory from, LiveStory into, LiveArticle because, Ledger ledger) {
        ledger.ended(ledger.state(from, Story.State.MERGED, Optional.of(into.id())));
        ledger.change(Change.merged(
                from.id(), into.id(), because.uri(), because.shown().publishedAt()));
        ledger.stored(Codec.redirect(from.id(), into.id()));
        for (LiveArticle member : List.copyOf(from.members())) {
            into.add(member);
            // Its stored entry names the old story, whose entry now leads on.
            ledger.assigned(member.assignment(false));
        }
        from.members().clear();
        into.deltas.addAll(from.deltas);
        into.absorbed.add(from.id());
        into.absorbed.addAll(from.absorbed);
        into.absorbed.forEach(id -> shelf.redirect(id, into));
        into.chooseCentral();
        ledger.dirty(into);
        ledger.touched(into);
    }

    private String newId(LiveArticle article) {
        String stem = "urn:dateline:story:" + language + ":";
        String opening = article.uri() + '\n' + article.shown().publishedAt();
        long hash = Hashing.of(opening);
        String id = stem + hex(hash);
        // The article may have opened a story before that goes on without it.
        while (shelf.story(id).isPresent()) {
            hash = Hashing.mixed(hash + 1);
            id = stem + hex(hash);
        }
        return id;
    }

    private static String hex(long hash) {
        return "%016x".formatted(hash);
    }

    private static double rounded(double similarity) {
        return Math.round(Math.max(0, Math.min(1, similarity)) * 10_000) / 10_000.0;
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
