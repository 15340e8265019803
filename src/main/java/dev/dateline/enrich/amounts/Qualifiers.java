package dev.dateline.enrich.amounts;

import dev.dateline.enrich.sentences.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words before a figure that bound it. */
final class Qualifiers {
    /** Longest first: "more than" within "no more than". */
    private static final List<Phrase> BEFORE = before();

    private record Phrase(String words, int length, String meaning) {}

    private Qualifiers() {}

    private static List<Phrase> before() {
        List<Phrase> all = new ArrayList<>();
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

    private static void put(List<Phrase> all, String meaning, String... phrases) {
        for (String phrase : phrases) {
            all.add(new Phrase(phrase, phrase.split(" ", -1).length, meaning));
        }
    }

    /** What the words just before the token say of the figure there. */
    static Optional<String> before(Words words, int first, int token) {
        for (Phrase each : BEFORE) {
            if (token - each.length >= first && words.reads(token - each.length, each.words)) {
                return Optional.of(each.meaning);
            }
        }
        return Optional.empty();
    }
}
