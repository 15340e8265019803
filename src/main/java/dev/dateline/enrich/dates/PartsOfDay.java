package dev.dateline.enrich.dates;

import dev.dateline.enrich.sentences.Words;
import java.util.Set;

/** Morning, afternoon, evening and night. */
final class PartsOfDay {
    private static final Set<String> NAMES = Set.of("morning", "afternoon", "evening", "night");

    private PartsOfDay() {}

    static boolean named(String word) {
        return NAMES.contains(word);
    }

    /** One past the part of the day that stands there, if one does. */
    static int after(Words words, int end, int at) {
        return at < end && named(words.at(at)) ? at + 1 : at;
    }
}
