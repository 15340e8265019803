package dev.dateline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Stories that share the heaviest terms with an article, by the latest articles under each term: bounded work. */
final class Candidates {
    private static final int SCANNED = 64;
    private static final int STORIES_A_TERM = 12;
    private static final int COMPARED = 20;
    private static final int AT_ONCE = 16;

    // A story's cell: its slot, the search and the term that touched it last, and what it shares in this search.
    private static final int STORY = 0;
    private static final int SEARCH = 1;
    private static final int TERM = 2;
    private static final int SCORE = 3;
    private static final int CELL = 4;
    /** A power of two, several times what one search can touch: {@link #STORIES_A_TERM} for each of an article's keys. */
    private static final int CELLS = 1024;

    private final Shelf shelf;
    private final Likeness likeness;
    private final int[] latest = new int[SCANNED];
    /**
     * By story slot, hashed. Not in the stories, nor as long as there are stories: those that are only brushed past are not
     * to be fetched from memory, and the processor's cache is to hold all of it.
     */
    private final int[] cells = new int[CELLS * CELL];
    /** Cells of the stories touched in this search. */
    private final int[] found = new int[CELLS];

    private int count;
    private int search;

    Candidates(Shelf shelf, Likeness likeness) {
        this.shelf = shelf;
        this.likeness = likeness;
    }

    /** A story and how like it the article is. */
    record Candidate(LiveStory story, double likeness) {}

    /** The most like first; ties by the story's id. */
    List<Candidate> of(LiveArticle article) {
        begin();
        Profile profile = article.profile();
        int[] keys = profile.keys();
        for (int term = 0; term < keys.length; term++) {
            int weight =
                    profile.words().weightOf(keys[term]) + profile.entities().weightOf(keys[term]);
            int scanned = shelf.byTerm().newest(keys[term], latest);
            int stories = 0;
            for (int from = 0; from < scanned && stories < STORIES_A_TERM; from += AT_ONCE) {
                int to = Math.min(from + AT_ONCE, scanned);
                // First all, which wait for memory side by side, then one by one.
                shelf.storiesOf(latest, from, to);
                for (int i = from; i < to && stories < STORIES_A_TERM; i++) {
                    stories += touch(latest[i], term, weight * weight) ? 1 : 0;
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (LiveStory story : best()) {
            candidates.add(new Candidate(story, likeness.of(article, story)));
        }
        candidates.sort(Comparator.<Candidate>comparingDouble(candidate -> -candidate.likeness())
                .thenComparing(candidate -> candidate.story().id()));
        return candidates;
    }

    private void begin() {
        count = 0;
        search++;
        if (search < 0) {
            Arrays.fill(cells, 0);
            search = 1;
        }
    }

    /** Whether the story is new to the term. */
    private boolean touch(int story, int term, int score) {
        int cell = cell(story);
        if (cells[cell + SEARCH] != search) {
            cells[cell + STORY] = story;
            cells[cell + SEARCH] = search;
            cells[cell + SCORE] = 0;
            found[count++] = cell;
        } else if (cells[cell + TERM] == term) {
            return false;
        }
        cells[cell + TERM] = term;
        cells[cell + SCORE] += score;
        return true;
    }

    /** The story's, or the one that it would get. */
    private int cell(int story) {
        int at = Hashing.mixed(story) & (CELLS - 1);
        while (cells[at * CELL + SEARCH] == search && cells[at * CELL + STORY] != story) {
            at = (at + 1) & (CELLS - 1);
        }
        return at * CELL;
    }

    /** Those that share the most; ties by the story's id. */
    private List<LiveStory> best() {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = ((long) -cells[found[i] + SCORE] << 32) | found[i];
        }
        Arrays.sort(order);
        int certain = Math.min(COMPARED, count);
        // Cells say nothing: of those that share as much as the last one, the id decides which are in.
        int end = certain;
        while (end < count && order[end] >> 32 == order[certain - 1] >> 32) {
            end++;
        }
        List<LiveStory> best = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            best.add(shelf.storyIn(cells[(int) order[i] + STORY]));
        }
        if (end > certain) {
            best.sort(Comparator.<LiveStory>comparingInt(story -> -cells[cell(story.slot) + SCORE])
                    .thenComparing(LiveStory::id));
        }
        return best.subList(0, certain);
    }
}
