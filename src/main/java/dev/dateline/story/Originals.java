package dev.dateline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps to it that of all copies of a text the earliest is the original, whatever comes late or is taken back. */
final class Originals {
    private final Copies copies;

    Originals(Copies copies) {
        this.copies = copies;
    }

    static List<LiveArticle> copiesOf(LiveArticle original) {
        List<LiveArticle> all = new ArrayList<>();
        for (LiveArticle member : original.story().members()) {
            if (member.duplicate().filter(as -> as.of().equals(original.uri())).isPresent()) {
                all.add(member);
            }
        }
        return all;
    }

    /** The original of these copies is gone: the earliest of them takes its place. */
    void bereft(List<LiveArticle> orphans, Ledger ledger) {
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
    }

    /** Of an article and what it is like, the earlier one is the original; of the later one's copies too. */
    void settle(LiveArticle article, Copies.Found found, Ledger ledger) {
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
}
