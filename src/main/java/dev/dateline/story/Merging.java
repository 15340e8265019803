package dev.dateline.story;

import java.util.List;
import java.util.Optional;

/** Makes stories one that turn out to be one. */
final class Merging {
    private final Settings settings;
    private final Shelf shelf;
    private final Likeness likeness;

    Merging(Settings settings, Shelf shelf, Likeness likeness) {
        this.settings = settings;
        this.shelf = shelf;
        this.likeness = likeness;
    }

    /** Stories that an article shows to be one become one. */
    LiveStory merge(LiveArticle article, LiveStory joined, List<Candidates.Candidate> near, Ledger ledger) {
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
        List<LiveArticle> moved = List.copyOf(from.members());
        shelf.move(from, into);
        // Their stored entries name the old story, whose entry now leads on.
        moved.forEach(member -> ledger.assigned(member.assignment(false)));
        into.deltas.addAll(from.deltas);
        into.absorbed.add(from.id());
        into.absorbed.addAll(from.absorbed);
        into.absorbed.forEach(id -> shelf.redirect(id, into));
        into.chooseCentral();
        ledger.dirty(into);
        ledger.touched(into);
    }
}
