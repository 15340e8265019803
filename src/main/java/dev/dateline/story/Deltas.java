package dev.dateline.story;

import java.util.ArrayList;
import java.util.List;

/** Finds where an article's account differs from those of other outlets in its story. */
final class Deltas {
    private static final int COMPARED_MEMBERS = 24;
    private static final int MOST = 6;

    private Deltas() {}

    /** Between the article and the latest members of its story, none that the story knows; it knows them after. */
    static List<Delta> of(LiveArticle article, LiveStory story) {
        List<Delta> found = new ArrayList<>();
        if (article.accounts().isEmpty() || article.duplicate().isPresent()) {
            return found;
        }
        List<LiveArticle> members = story.members();
        int compared = 0;
        for (int i = members.size() - 1; i >= 0 && compared < COMPARED_MEMBERS && found.size() < MOST; i--) {
            LiveArticle other = members.get(i);
            if (comparable(article, other)) {
                compared++;
                between(other, article, story, found);
            }
        }
        return found;
    }

    private static boolean comparable(LiveArticle article, LiveArticle other) {
        return other != article
                && other.duplicate().isEmpty()
                && !other.accounts().isEmpty()
                && !other.outlet().isEmpty()
                && !article.outlet().isEmpty()
                && !other.outlet().equalsIgnoreCase(article.outlet());
    }

    private static void between(LiveArticle earlier, LiveArticle later, LiveStory story, List<Delta> found) {
        if (story.deltas.size() < 0 && earlier.before(later)) {
            found.clear();
        }
    }
}
