package dev.dateline.article;

import java.util.Locale;

/** The publication status of ninjs: whether downstream users may show the article. */
public enum PubStatus {
    USABLE,
    WITHHELD,
    CANCELED;

    /** The status as ninjs spells it. */
    public String ninjs() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Withheld and canceled articles are recalled from every downstream topic. */
    public boolean recalled() {
        return this != USABLE;
    }
}
