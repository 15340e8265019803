package dev.dateline.enrich.dates;

import dev.dateline.enrich.sentences.Words;
import java.util.Set;

/** Whether the verb nearest before a date looks forward. */
final class Tense {
    private static final int REACH = 25;

    private static final Set<String> FUTURE = Set.of(
            ("will ll would wo shall be due scheduled set expected expects plans slated upcoming coming forecast must "
                            + "may might can begins opens open begin start meet resume starts meets resumes returns closes ends expires runs plays faces hosts "
                            + "visits travels takes hopes aims wants intends next kicks arrives leaves likely")
                    .split(" ", -1));

    /** Just before a date they look forward, wherever the verb. */
    private static final Set<String> AHEAD = Set.of("by", "until", "till", "before");

    private static final Set<String> PLACING = Set.of("on", "in", "for", "at");

    private static final Set<String> PAST =
            Set.of(("said told was were had did won lost met rose fell held left took made began went came hit "
                            + "struck found gave spoke broke led sent signed wrote drew grew beat shut saw")
                    .split(" ", -1));

    private Tense() {}

    static boolean future(Words words, int first, int from, int to, int end) {
        if (from > first && AHEAD.contains(words.at(from - 1))) {
            return true;
        }
        boolean placed = from > first && PLACING.contains(words.at(from - 1));
        if (placed && (words.is(from - 2, "is") || words.is(from - 2, "are"))) {
            return true;
        }
        for (int at = from - 1; at >= first && at > from - REACH; at--) {
            if (FUTURE.contains(words.at(at))) {
                return true;
            }
            if (past(words, at)) {
                return false;
            }
        }
        for (int at = to; at < end && at < to + REACH / 2; at++) {
            if (FUTURE.contains(words.at(at))) {
                return true;
            }
            if (past(words, at)) {
                return false;
            }
        }
        return false;
    }

    private static boolean past(Words words, int at) {
        String word = words.at(at);
        return PAST.contains(word) || (word.length() > 4 && word.endsWith("ed") && !words.is(at - 1, "be"));
    }
}
