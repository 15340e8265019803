package dev.dateline.story;

/** What a figure with its qualifier leaves open. */
record Range(double least, double most) {
    /** "About 50" is not contradicted by 45. */
    private static final double ABOUT = 0.15;

    private static final double ROUNDED = 0.05;
    private static final double CLOSE = 0.02;
    private static final double SMALL = 100;

    static Range of(String qualifier, double min, double max) {
        return switch (qualifier) {
            case "about" -> new Range(min * (1 - ABOUT), max * (1 + ABOUT));
            case "at-least", "more-than" -> new Range(min, Double.POSITIVE_INFINITY);
            case "up-to", "less-than" -> new Range(0, max);
            default -> new Range(min, max);
        };
    }

    /** Whether one value can be in both, or would be but for rounding. */
    boolean meets(Range other) {
        if (least <= other.most && other.least <= most) {
            return true;
        }
        double low = Math.min(most, other.most);
        double high = Math.max(least, other.least);
        double apart = (high - low) / Math.max(Math.abs(high), Double.MIN_NORMAL);
        return high >= SMALL && apart <= (round(low) || round(high) ? ROUNDED : CLOSE);
    }

    /** Two digits and noughts. */
    private static boolean round(double value) {
        double scale = StrictMath.pow(10, Math.floor(StrictMath.log10(Math.abs(value))) - 1);
        return Math.abs(value / scale - Math.rint(value / scale)) < 1e-6;
    }
}
