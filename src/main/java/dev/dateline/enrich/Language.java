package dev.dateline.enrich;

/** The language the text is written in: a BCP 47 tag, {@code und} when it cannot be told, with a confidence of 0 to 1. */
public record Language(String tag, double confidence, Stage by) {
    public static final String UNDETERMINED = "und";

    public Language {
        confidence = Rounded.toFourDecimals(confidence);
    }
}
