package dev.dateline.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.Article;
import dev.dateline.article.Text;
import dev.dateline.wire.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The text that every offset counts in: headline, blank line, body.
 *
 * @param hasBody whether a body was there; without one the descriptions stand in, as news agencies' alerts have it
 */
record ArticleText(Text text, List<Article.Part> parts, boolean hasBody) {
    private static final String GAP = "\n\n";
    /** An article comes in a handful of renderings; thousands of empty ones are an attack on our time. */
    private static final int MAX_CONSIDERED = 20;
    /** Descriptions that credit or sort an item rather than tell its story. */
    private static final Set<String> NO_STORY = Set.of("creditline", "credit", "keywords");

    static ArticleText of(ObjectNode document) throws RejectedException {
        String headline = headline(Content.all(document, "headlines"));
        String body = first(Content.all(document, "bodies"));
        boolean hasBody = !body.isEmpty();
        List<Content> descriptions = Content.all(document, "descriptions");
        if (!hasBody) {
            body = first(descriptions.stream()
                    .filter(description -> !NO_STORY.contains(description.role()))
                    .toList());
        }
        return joined(headline, withoutHeadline(body, headline), hasBody);
    }

    /** The main one, else one without a role, else the first; blank ones never count. */
    private static String headline(List<Content> headlines) {
        return headlines.stream()
                .sorted(Comparator.comparing(headline ->
                        headline.role().equals("main") ? 0 : headline.role().isEmpty() ? 1 : 2))
                .limit(MAX_CONSIDERED)
                .map(headline -> PlainText.line(headline.text()))
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The first with any text, in the order of {@link Content.Kind} and then of the sender. */
    private static String first(List<Content> contents) {
        return contents.stream()
                .sorted(Comparator.comparing(Content::kind))
                .limit(MAX_CONSIDERED)
                .map(Content::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Many senders repeat the headline as the body's first line. A longer first line is the body's own. */
    private static String withoutHeadline(String body, String headline) {
        int end = body.indexOf('\n');
        String firstLine = PlainText.line(end < 0 ? body : body.substring(0, end));
        if (headline.isEmpty() || !firstLine.equalsIgnoreCase(headline)) {
            return body;
        }
        return end < 0 ? "" : body.substring(end).strip();
    }

    private static ArticleText joined(String headline, String body, boolean hasBody) {
        String gap = headline.isEmpty() || body.isEmpty() ? "" : GAP;
        Text text = Text.of(headline + gap + body);
        int headlineEnd = text.toCodePoint(headline.length());
        List<Article.Part> parts = new ArrayList<>(2);
        if (!headline.isEmpty()) {
            parts.add(new Article.Part(Article.Role.HEADLINE, 0, headlineEnd));
        }
        if (!body.isEmpty()) {
            parts.add(new Article.Part(Article.Role.BODY, headlineEnd + gap.length(), text.length()));
        }
        return new ArticleText(text, parts, hasBody);
    }
}
