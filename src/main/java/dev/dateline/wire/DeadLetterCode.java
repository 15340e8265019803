package dev.dateline.wire;

/** Why a record can never be enriched. The names are published: never rename one. */
public enum DeadLetterCode {
    NOT_UTF8,
    NOT_JSON,
    UNKNOWN_FORMAT,
    NO_URI,
    NO_TEXT,
    TOO_LARGE,
    BAD_DATE,
    /** A stage that the operator requires failed, or the result could not be written. */
    ENRICHMENT_FAILED,
    /** The broker refused an output for its size. */
    OUTPUT_TOO_LARGE
}
