package dev.dateline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what an article copies. Candidates share one of the 16 smallest shingle hashes (a bottom-k sketch, Broder 1997),
 * and are then compared exactly.
 */
final class Copies {
    /** Latest articles looked at under a key. A copied text needs only one of its copies to be found. */
    private static final int LOOKED_AT = 8;
    /** A run of words in so many stories at once is boilerplate. */
    private static final int BOILERPLATE_STORIES = 4;

    private static final int COMPARED = 12;

    private final Shelf shelf;
    private final int[] latest = new int[LOOKED_AT];
    private final CopyCheck check = new CopyCheck();

    Copies(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Two articles, and how the one that was asked about is like the other. */
    record Found(LiveArticle other, Duplicate as) {}

    Optional<Found> find(LiveArticle article) {
        Shingles text = article.profile().shingles();
        Map<LiveArticle, Integer> shared = new LinkedHashMap<>();
        for (int key : text.keys()) {
            int count = shelf.byShingle().newest(key, latest);
            if (stories(count) < BOILERPLATE_STORIES) {
                for (int i = 0; i < count; i++) {
                    shared.merge(shelf.articleIn(latest[i]), 1, Integer::sum);
                }
            }
        }
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        List<Map.Entry<LiveArticle, Integer>> order = new ArrayList<>(shared.entrySet());
        order.sort(Map.Entry.<LiveArticle, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.comparingLong(other -> other.sequence))));
        check.of(text);
        Optional<Found> best = Optional.empty();
        for (Map.Entry<LiveArticle, Integer> candidate : order.subList(0, Math.min(COMPARED, order.size()))) {
            best = better(best, compared(candidate.getKey()));
        }
        // The original itself, where it can still be compared.
        return best.map(found -> found.other()
                .duplicate()
                .flatMap(of -> shelf.article(of.of()))
                .flatMap(this::compared)
                .orElse(found));
    }

    /** Compares two articles. */
    Optional<Duplicate> compare(LiveArticle article, LiveArticle other) {
        check.of(article.profile().shingles());
        return check.compare(other.profile().shingles(), other.uri());
    }

    private Optional<Found> compared(LiveArticle other) {
        return check.compare(other.profile().shingles(), other.uri()).map(as -> new Found(other, as));
    }

    private static Optional<Found> better(Optional<Found> one, Optional<Found> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        int by = Double.compare(other.get().as().similarity(), one.get().as().similarity());
        return by > 0 || (by == 0 && other.get().other().before(one.get().other())) ? other : one;
    }

    private long stories(int count) {
        return Arrays.stream(latest, 0, count).map(shelf::storyOf).distinct().count();
    }
}
