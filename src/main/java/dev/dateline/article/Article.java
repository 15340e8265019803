package dev.dateline.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of one article, as the enrichers see it.
 *
 * @param uri the identity that all versions share, never blank
 * @param version as the sender wrote it; absent when the sender keeps none
 * @param text headline, blank line, body: what every offset counts in
 * @param parts where headline and body stand in {@code text}, in order
 * @param declaredLanguage BCP 47, as the sender says; detection may disagree
 * @param outlet who published it: a short name, as shown to readers
 * @param publishedAt when this version was published; absent when the sender does not say
 */
public record Article(
        String uri,
        Optional<String> version,
        PubStatus pubStatus,
        Text text,
        List<Part> parts,
        Optional<String> declaredLanguage,
        Optional<String> outlet,
        Optional<Instant> publishedAt) {

    public Article {
        if (uri.isBlank()) {
            throw new IllegalArgumentException("an article needs a uri");
        }
        parts = List.copyOf(parts);
    }

    /** A usable article with no more than an identity and a body. */
    public static Article ofText(String uri, String body) {
        Text text = Text.of(body);
        return new Article(
                uri,
                Optional.empty(),
                PubStatus.USABLE,
                text,
                List.of(new Part(Role.BODY, 0, text.length())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The headline, when the article has one. */
    public Optional<String> headline() {
        return parts.stream()
                .filter(part -> part.role() == Role.HEADLINE)
                .findFirst()
                .map(part -> text.slice(part.start(), part.end()));
    }

    public enum Role {
        HEADLINE,
        BODY
    }

    /** A stretch of the text, in code points, end exclusive. */
    public record Part(Role role, int start, int end) {}
}
