package dev.dateline.story;

import java.time.Duration;

/**
 * How a desk groups.
 *
 * @param window how long an article stays comparable, by its time of publication
 * @param threshold least similarity at which an article joins a story, 0 to 1
 * @param mergeThreshold least similarity at which two stories become one, 0 to 1
 * @param publishedMembers most members listed in a published story
 */
public record Settings(Duration window, double threshold, double mergeThreshold, int publishedMembers) {
    public static final Settings DEFAULT = new Settings(Duration.ofDays(7), 0.28, 0.62, 200);

    public Settings {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("the window must be longer than nothing, not " + window);
        }
        if (!(threshold > 0 && threshold < 1) || !(mergeThreshold > 0 && mergeThreshold <= 1)) {
            throw new IllegalArgumentException(
                    "thresholds lie between 0 and 1, not " + threshold + " and " + mergeThreshold);
        }
        if (publishedMembers < 1) {
            throw new IllegalArgumentException("at least one member is published, not " + publishedMembers);
        }
    }
}
