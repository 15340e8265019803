package dev.dateline.story;

import java.util.List;
import java.util.Optional;

/** Takes articles off the shelf: those that the window has passed, and those that are taken back or replaced. */
final class Departures {
    /** So that a leap in time costs many articles a little, not one a lot. */
    private static final int MOST_EXPIRED_AT_ONCE = 64;

    private final Shelf shelf;
    private final Originals originals;

    Departures(Shelf shelf, Originals originals) {
        this.shelf = shelf;
        this.originals = originals;
    }

    /** Lets go of articles from before a time. */
    void expire(long oldest, Ledger ledger) {
        for (LiveArticle old : shelf.before(oldest, MOST_EXPIRED_AT_ONCE)) {
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
    LiveStory withdraw(LiveArticle article, Ledger ledger) {
        LiveStory story = article.story();
        List<LiveArticle> orphans = Originals.copiesOf(article);
        shelf.remove(article);
        ledger.removed(article);
        if (story.size() > 0) {
            newCentralAfter(article, story, ledger);
            ledger.touched(story);
        }
        originals.bereft(orphans, ledger);
        return story;
    }

    private void newCentralAfter(LiveArticle gone, LiveStory story, Ledger ledger) {
        if (story.central().filter(central -> central == gone).isPresent()) {
            story.chooseCentral();
            ledger.dirty(story);
        }
    }

    /** The story has lost its last article. */
    void close(LiveStory story, LiveArticle last, Ledger ledger) {
        shelf.close(story);
        if (ledger.stateOf(story.id()) == Story.State.OPEN) {
            ledger.ended(ledger.state(story, Story.State.CLOSED, Optional.empty()));
        }
        ledger.change(Change.of(
                story.id(), Change.Kind.CLOSED, last.uri(), last.shown().publishedAt()));
        ledger.removed(Codec.key(story));
        story.absorbed.forEach(id -> ledger.removed(Codec.storyKey(id)));
    }

    /** Not one that has just merged into another. */
    boolean leftEmpty(LiveStory story) {
        return story.size() == 0
                && shelf.story(story.id()).filter(open -> open == story).isPresent();
    }
}
