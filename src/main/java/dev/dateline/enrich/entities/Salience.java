package dev.dateline.enrich.entities;

/**
 * How much an article is about an entity, 0 to 1: {@code 0.6 · n / m + 0.3 · (1 − p) + 0.1 · h}, where n is how often
 * it is mentioned, m how often the most mentioned entity is, p where it is first mentioned (0 at the start of the text,
 * 1 at its end), and h is 1 if the headline, or in an article without one the first sentence, mentions it, else 0.
 */
final class Salience {
    private Salience() {}

    static double of(int mentions, int mostMentions, double firstPlace, boolean inHeadline) {
        return Math.min(1, 0.6 * mentions / mostMentions + 0.3 * (1 - firstPlace) + (inHeadline ? 0.1 : 0));
    }
}
