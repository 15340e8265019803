package dev.dateline.enrich.entities;

/**
 * How much work the tagger does for its findings.
 *
 * @param passes how often it reads an article: 1 or 2
 * @param doubt 0 to 1: sentences with a token of more doubt after the second reading are shown to the encoder; 1 for
 *     none
 */
public record Thoroughness(int passes, double doubt) {
    public static final Thoroughness DEFAULT = new Thoroughness(2, 0.45);

    public Thoroughness {
        if (passes < 1 || passes > 2) {
            throw new IllegalArgumentException("an article is read once or twice, not " + passes + " times");
        }
        if (!(doubt >= 0 && doubt <= 1)) {
            throw new IllegalArgumentException("a doubt is 0 to 1, not " + doubt);
        }
    }
}
