package dev.dateline.enrich.entities;

import java.util.HashMap;
import java.util.Map;

/**
 * Short names that newspapers never spell out, so that an entity has the same id in every article. By slug; the long
 * name is the canonical one.
 */
final class WellKnownNames {
    private static final Map<String, String> LONG_NAMES = new HashMap<>();

    static {
        put("United States", "location", "us", "usa", "america", "united-states-of-america");
        put("United Kingdom", "location", "uk", "britain", "great-britain");
        put("United Arab Emirates", "location", "uae", "emirates");
        put("Democratic Republic of Congo", "location", "drc", "dr-congo");
        put("United Nations", "organisation", "un");
        put("European Union", "organisation", "eu");
        put("NATO", "organisation", "north-atlantic-treaty-organization", "north-atlantic-treaty-organisation");
        put("International Monetary Fund", "organisation", "imf");
        put("World Health Organization", "organisation", "who", "world-health-organisation");
        put("World Trade Organization", "organisation", "wto", "world-trade-organisation");
        put("International Atomic Energy Agency", "organisation", "iaea");
        put("African Union", "organisation", "au");
        put("Associated Press", "organisation", "ap");
        put("Agence France-Presse", "organisation", "afp");
        put("European Central Bank", "organisation", "ecb");
    }

    private WellKnownNames() {}

    private static void put(String name, String type, String... slugs) {
        for (String slug : slugs) {
            LONG_NAMES.put(type + ":" + slug, name);
        }
    }

    /** The name itself, or the long one it is short for. */
    static Name resolved(Name name) {
        String full = LONG_NAMES.get(name.type() + ":" + name.slug());
        return full == null ? name : Name.of(name.type(), full);
    }
}
