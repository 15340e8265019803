package dev.dateline.tool.stories;

import dev.dateline.story.StoryArticle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Deals whole stories to empty desks, so that it shows how a desk begins. */
final class Dealing {
    private Dealing() {}

    /**
     * What each desk gets, in the order of the articles.
     *
     * @param gold an article's story; empty for one that belongs to none
     * @param each fewest articles for each but the last; 0: one desk gets all
     */
    static List<List<StoryArticle>> of(List<StoryArticle> articles, Function<StoryArticle, String> gold, int each) {
        if (each == 0) {
            return List.of(articles);
        }
        Map<String, List<StoryArticle>> stories = new LinkedHashMap<>();
        for (StoryArticle article : articles) {
            String story = gold.apply(article);
            stories.computeIfAbsent(story.isEmpty() ? article.uri() : story, first -> new ArrayList<>())
                    .add(article);
        }
        List<Set<StoryArticle>> desks = new ArrayList<>(List.of(new HashSet<>()));
        for (List<StoryArticle> story : stories.values()) {
            if (desks.get(desks.size() - 1).size() >= each) {
                desks.add(new HashSet<>());
            }
            desks.get(desks.size() - 1).addAll(story);
        }
        return desks.stream()
                .map(taken -> articles.stream().filter(taken::contains).toList())
                .toList();
    }
}
