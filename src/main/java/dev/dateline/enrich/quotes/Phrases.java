package dev.dateline.enrich.quotes;

import java.util.HashSet;
import java.util.Set;

/** Where a noun phrase ends, as far as short lists of words can tell. */
final class Phrases {
    private static final int LONGEST = 14;

    private static final Set<Integer> STOPS = hashes(
            "that who which whom as in on at after during when while before since until because but and by into over if "
                    + "about whether how why what where to for from with within this last next yesterday today earlier later "
                    + "monday tuesday wednesday thursday friday saturday sunday is are was were be been has have had not then");

    private static final Set<Integer> LEADS =
            hashes("the a an his her its their our my your this that these some many several "
                    + "two three both all one another");

    private Phrases() {}

    static Set<Integer> hashes(String words) {
        Set<Integer> hashes = new HashSet<>();
        for (String word : words.split(" ", -1)) {
            hashes.add(Hashes.word(word));
        }
        return Set.copyOf(hashes);
    }

    /**
     * One past the last token of the phrase that begins at a token.
     *
     * @return {@code from} itself if none does
     */
    static int end(Reading reading, int from, int limit) {
        int at = from;
        while (at < limit && at < from + LONGEST && !stops(reading, at, from)) {
            at++;
        }
        return at;
    }

    private static boolean stops(Reading reading, int at, int from) {
        int shape = reading.shape(at);
        if (shape == Reading.QUOTATION_MARK) {
            return true;
        }
        if (reading.type(at) != Reading.NO_NAME && (at == from || reading.type(at) == reading.type(at - 1))) {
            return false;
        }
        boolean mark = shape == Reading.MARK && reading.mark(at) != '-' && reading.mark(at) != '&';
        return mark || (STOPS.contains(reading.word(at)) && !(at == from && LEADS.contains(reading.word(at))));
    }
}
