package dev.dateline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stories that share the heaviest terms with an article, by the latest articles under each term: bounded work. */
final class Candidates {
    private static final int SCANNED = 64;
    private static final int STORIES_A_TERM = 12;
    private static final int COMPARED = 20;

    private final Shelf shelf;
    private final Likeness likeness;
    private long search;
    private long term;

    Candidates(Shelf shelf, Likeness likeness) {
        this.shelf = shelf;
        this.likeness = likeness;
    }

    /** A story and how like it the article is. */
    record Candidate(LiveStory story, double likeness) {}

    /** The most like first; ties by the story's id. */
    List<Candidate> of(LiveArticle article) {
        List<LiveStory> found = new ArrayList<>();
        search++;
        Profile profile = article.profile();
        for (int key : profile.keys()) {
            term++;
            int weight = profile.words().weightOf(key) + profile.entities().weightOf(key);
            int[] left = {SCANNED, STORIES_A_TERM};
            shelf.byTerm().newest(key, other -> {
                LiveStory story = other.story();
                if (story.searchTerm != term) {
                    story.searchTerm = term;
                    if (story.search != search) {
                        story.search = search;
                        story.score = 0;
                        found.add(story);
                    }
                    story.score += (long) weight * weight;
                    left[1]--;
                }
                return --left[0] > 0 && left[1] > 0;
            });
        }
        found.sort(Comparator.<LiveStory>comparingLong(story -> -story.score).thenComparing(LiveStory::id));
        List<Candidate> candidates = new ArrayList<>();
        for (LiveStory story : found.subList(0, Math.min(COMPARED, found.size()))) {
            candidates.add(new Candidate(story, likeness.of(article, story)));
        }
        candidates.sort(Comparator.<Candidate>comparingDouble(candidate -> -candidate.likeness())
                .thenComparing(candidate -> candidate.story().id()));
        return candidates;
    }
}
