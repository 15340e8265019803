package dev.dateline.enrich;

/** Scores are published with four decimals, so that the last bits of floating point never show in a replay. */
final class Rounded {
    private Rounded() {}

    static double toFourDecimals(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score must lie in 0..1, not " + score);
        }
        return Math.round(score * 10_000) / 10_000.0;
    }
}
