package dev.dateline.enrich;

import java.util.Locale;

/** A stage whose findings the article goes without, and why. */
public record Incomplete(String stage, Reason reason) {
    /** Bounded, since it is a metric tag. */
    public enum Reason {
        /** The stage has no model for the article's language. */
        LANGUAGE_UNSUPPORTED,
        /** The stage was still at work when its time was up. */
        DEADLINE,
        /** The stage threw. */
        FAILED,
        /** The stage claimed characters that do not stand in the text. */
        INVALID_FINDINGS,
        /** An earlier stage this one builds on is missing. */
        PREREQUISITE_MISSING,
        /** Articles waited too long, and this stage is the operator's choice of what to leave out then. */
        OVERLOAD;

        /** As published: {@code language-unsupported}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
