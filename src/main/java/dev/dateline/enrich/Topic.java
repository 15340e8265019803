package dev.dateline.enrich;

import java.util.Optional;

/**
 * A subject of the article.
 *
 * @param code the concept, e.g. {@code medtop:20000638}: a scheme, a colon, a code of that scheme
 * @param label in English
 * @param localLabel in the article's language, where the scheme has one
 * @param level 0 for a top-level subject, more for finer ones
 * @param top the top-level subject it stands under; itself at level 0
 * @param score 0 to 1
 */
public record Topic(
        String code, String label, Optional<String> localLabel, int level, String top, double score, Stage by) {
    public Topic {
        score = Rounded.toFourDecimals(score);
    }

    /** Without a label in the article's language. */
    public Topic(String code, String label, int level, String top, double score, Stage by) {
        this(code, label, Optional.empty(), level, top, score, by);
    }

    /** This topic with that label in the article's language. */
    public Topic withLocalLabel(Optional<String> local) {
        return new Topic(code, label, local, level, top, score, by);
    }

    /** The scheme that the code stands in: {@code medtop} for Media Topics, else the name of an operator's taxonomy. */
    public String scheme() {
        return code.substring(0, Math.max(0, code.indexOf(':')));
    }
}
