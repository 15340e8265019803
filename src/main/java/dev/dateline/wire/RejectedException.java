package dev.dateline.wire;

/** The record can never be enriched: its bytes go to the dead letters under this code. */
public final class RejectedException extends Exception {
    private final DeadLetterCode code;

    public RejectedException(DeadLetterCode code, String message) {
        super(message);
        this.code = code;
    }

    public RejectedException(DeadLetterCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public DeadLetterCode code() {
        return code;
    }
}
