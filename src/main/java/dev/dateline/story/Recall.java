package dev.dateline.story;

import java.util.Locale;

/** Why an article is taken back. */
public enum Recall {
    WITHHELD,
    CANCELED,
    /** Its record was deleted. */
    KILLED;

    /** As published, lower case. */
    public String published() {
        return name().toLowerCase(Locale.ROOT);
    }
}
