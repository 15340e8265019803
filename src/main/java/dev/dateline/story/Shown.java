package dev.dateline.story;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What of an article is shown in its story. */
final class Shown {
    private static final int MOST_ENTITIES = 8;
    private static final int MOST_TOPICS = 4;
    private static final int HEADLINE = 160;

    private Shown() {}

    /** An article without a headline is shown by its opening words. */
    static Story.Member of(StoryArticle article, Recurring recurring) {
        String headline = article.headline().isBlank() ? article.text() : article.headline();
        return new Story.Member(
                article.uri(),
                recurring.one(article.outlet()),
                article.publishedAt(),
                cut(headline.strip()),
                Optional.empty());
    }

    private static String cut(String text) {
        int line = text.indexOf('\n');
        String first = line < 0 ? text : text.substring(0, line).strip();
        if (first.length() <= HEADLINE) {
            return first;
        }
        int blank = first.lastIndexOf(' ', HEADLINE);
        int end = blank > HEADLINE / 2 ? blank : HEADLINE;
        return first.substring(0, Character.isHighSurrogate(first.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }

    static List<Named> entities(List<Named> all) {
        return all.stream()
                .sorted(Comparator.<Named>comparingDouble(entity -> -entity.salience())
                        .thenComparing(Named::id))
                .limit(MOST_ENTITIES)
                .toList();
    }

    static List<Subject> topics(List<Subject> all) {
        return all.stream()
                .sorted(Comparator.<Subject>comparingDouble(topic -> -topic.score())
                        .thenComparing(Subject::qcode))
                .limit(MOST_TOPICS)
                .toList();
    }
}
