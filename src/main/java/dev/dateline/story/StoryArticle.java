package dev.dateline.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of one article, with what the grouping of stories needs of its enrichment.
 *
 * @param uri the identity that all versions share
 * @param version a higher one replaces, an equal or lower one is ignored
 * @param language BCP 47; the desk's
 * @param publishedAt when the sender says it was published; else when the record came in
 * @param outlet who published it; empty if nobody says
 * @param headline empty if there is none
 * @param text headline and body, as enriched: the offsets of the claims count in it, by code points
 * @param entities in any order
 * @param topics the best first
 * @param claims what it states in figures, dates and quotations, in text order
 * @param vector of the text's opening, of any length; the same length in all articles of a desk
 */
public record StoryArticle(
        String uri,
        long version,
        String language,
        Instant publishedAt,
        String outlet,
        String headline,
        String text,
        List<Named> entities,
        List<Subject> topics,
        List<Claim> claims,
        Optional<float[]> vector) {

    public StoryArticle {
        if (uri.isBlank()) {
            throw new IllegalArgumentException("an article needs a uri");
        }
        entities = List.copyOf(entities);
        topics = List.copyOf(topics);
        claims = List.copyOf(claims);
    }
}
