package dev.dateline.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts articles on the shelf: into the story that each belongs to, or one of its own. */
final class Arrivals {
    /** A corrected article leaves its story only when it is clearly about something else now. */
    private static final double STAYS = 0.75;

    private final String language;
    private final Settings settings;
    private final Shelf shelf;
    private final Likeness likeness;
    private final Copies copies;
    private final Originals originals;
    private final Candidates candidates;
    private final Merging merging;

    Arrivals(String language, Settings settings, Shelf shelf, Copies copies, Originals originals) {
        this.language = language;
        this.settings = settings;
        this.shelf = shelf;
        this.copies = copies;
        this.originals = originals;
        likeness = new Likeness(settings.window().toMillis());
        candidates = new Candidates(shelf, likeness);
        merging = new Merging(settings, shelf, likeness);
    }

    /** Too old to be compared with anything: a story of its own, over at once. */
    void passBy(LiveArticle article, Ledger ledger) {
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

    /** Finds the article its story, and what it copies. */
    void assign(LiveArticle article, Optional<LiveStory> before, Ledger ledger) {
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
        copied.ifPresent(found -> originals.settle(article, found, ledger));
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
        LiveStory whole = merging.merge(article, story, near, ledger);
        for (Delta delta : Deltas.of(article, whole)) {
            ledger.change(Change.delta(whole.id(), delta, article.uri(), at));
            ledger.dirty(whole);
        }
    }

    private boolean stays(LiveArticle article, LiveStory story) {
        return story.size() == 0 || likeness.of(article, story) >= STAYS * settings.threshold();
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
}
