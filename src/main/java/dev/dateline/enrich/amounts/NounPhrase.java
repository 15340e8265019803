package dev.dateline.enrich.amounts;

import dev.dateline.enrich.sentences.Words;
import java.util.Set;

/** What is counted: the words after a figure up to the first plural noun. */
final class NounPhrase {
    private static final int MOST_MODIFIERS = 5;

    private static final Set<String> PLURALS =
            Set.of("people men women children police troops crew staff others fish cattle sheep aircraft personnel"
                    .split(" ", -1));

    private static final Set<String> STOPS =
            Set.of(("the a an of in on at to for from by with and or but as than that which who whose "
                            + "is are was were be been being has have had do does did will would can could may might must this "
                            + "its his hers ours yours theirs us yes always perhaps besides across plus minus versus thus says "
                            + "per more least most percent cent if when while after before during until since about into over "
                            + "not no nor so less it he she we they i you their her our my your these those there here "
                            + "times thirds quarters fifths secs apiece each every old ago later earlier seconds minutes hours days weeks months "
                            + "years decades centuries nights second minute hour day week month year decade killed dead "
                            + "injured wounded missing said gmt am pm")
                    .split(" ", -1));

    private static final Set<String> MODIFIERS = Set.of("sports", "news", "arms", "sales", "various", "us", "overseas");

    private NounPhrase() {}

    /** One past the head noun; {@code from} itself if no plural noun follows. */
    static int end(Words words, int from, int end) {
        for (int at = from; at < end && at <= from + MOST_MODIFIERS; at++) {
            String word = words.at(at);
            if (words.hyphen(at) && at > from) {
                continue;
            }
            if (!words.alphabetic(at)
                    || word.startsWith("'")
                    || (STOPS.contains(word) && !(word.equals("more") && at == from) && !usa(words, at))) {
                return from;
            }
            if (plural(word) && !MODIFIERS.contains(word) && !words.capitalised(at)) {
                return at + 1;
            }
        }
        return from;
    }

    private static boolean usa(Words words, int at) {
        return words.raw(at).equals("US");
    }

    private static boolean plural(String word) {
        return PLURALS.contains(word)
                || (word.length() > 5 && word.endsWith("men") && !word.endsWith("imen"))
                || (word.length() > 3
                        && word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("ous")
                        && !word.endsWith("is")
                        && !word.endsWith("us"));
    }
}
