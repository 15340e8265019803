package dev.dateline.enrich.amounts;

import dev.dateline.enrich.sentences.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The words before a figure that bound it. */
final class Qualifiers {
    /** Longest first: "more than" within "no more than". */
    private static final Map<String, String> BEFORE = before();

    private Qualifiers() {}

    private static Map<String, String> before() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "up-to", "no more than", "as much as", "as many as", "at most", "up to", "a maximum of");
        put(all, "at-least", "no fewer than", "no less than", "not less than", "at least", "a minimum of");
        put(all, "less-than", "fewer than", "less than", "just under", "nearly", "almost", "under", "below");
        put(all, "more-than", "more than", "in excess of", "upwards of", "well over", "over", "above", "exceeding");
        put(
                all,
                "about",
                "close to",
                "an estimated",
                "about",
                "around",
                "some",
                "roughly",
                "approximately",
                "estimated");
        return all;
    }

    private static void put(Map<String, String> all, String meaning, String... phrases) {
        for (String phrase : phrases) {
            all.put(phrase, meaning);
        }
    }

    /** What the words just before the token say of the figure there. */
    static Optional<String> before(Words words, int first, int token) {
        for (Map.Entry<String, String> each : BEFORE.entrySet()) {
            int length = each.getKey().split(" ", -1).length;
            if (token - length >= first && words.reads(token - length, each.getKey())) {
                return Optional.of(each.getValue());
            }
        }
        return Optional.empty();
    }
}
