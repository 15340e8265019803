package dev.dateline.enrich.entities.knowledge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What sort of thing an entry is; places are told finer than mentions of them. */
public enum Kind {
    PERSON("person", "person", 0),
    ORGANISATION("organisation", "organisation", 0),
    COUNTRY("country", "location", 8),
    REGION("region", "location", 6.5),
    CITY("city", "location", 0),
    /** The seat of a country's government: news means it more often than its size tells. */
    CAPITAL("capital", "location", 0),
    LOCATION("location", "location", 0),
    FACILITY("facility", "facility", 0),
    /** A nationality, a religious or a political group. */
    NORP("norp", "norp", 0),
    PRODUCT("product", "product", 0),
    MISC("misc", "misc", 0);

    private static final Map<String, Kind> BY_NAME = new HashMap<>();

    static {
        for (Kind kind : values()) {
            BY_NAME.put(kind.label, kind);
        }
    }

    private final String label;
    private final String mentionType;
    private final double prominence;

    Kind(String label, String mentionType, double prominence) {
        this.label = label;
        this.mentionType = mentionType;
        this.prominence = prominence;
    }

    /** As knowledge bases write it. */
    public String label() {
        return label;
    }

    /** The type of the mentions that may mean it. */
    public String mentionType() {
        return mentionType;
    }

    /** How likely it is meant, before its weight is looked at, as a decimal logarithm. */
    double prominence() {
        return prominence;
    }

    /** Whether it lies at one point of a region. */
    public boolean town() {
        return this == CITY || this == CAPITAL;
    }

    static Optional<Kind> named(String label) {
        return Optional.ofNullable(BY_NAME.get(label));
    }
}
