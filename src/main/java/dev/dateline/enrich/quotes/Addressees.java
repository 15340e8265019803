package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import java.util.Set;

/** Whom somebody said it to: {@code told reporters}, {@code said to the court}, {@code said in an interview with Reuters}. */
final class Addressees {
    private static final int REACH = 9;

    private static final Set<Integer> TOLD = Phrases.hashes(
            "tell tells told telling assure assures assured assuring inform "
                    + "informs informed informing remind reminds reminded reminding ask asks asked asking warn warns warned warning "
                    + "urge urges urged urging promise promised persuade persuaded convince convinced thank thanked advise advised");

    private static final Set<Integer> NOBODY = Phrases.hashes(
            "if whether that how why what when where for about to of not it " + "and or , . : ; against a an on in at");

    private static final Set<Integer> TALKS = Phrases.hashes("interview call briefing conversation meeting");

    private static final Set<Integer> BEFORE_TALKS = Phrases.hashes(
            "a an the his her their conference phone telephone video radio television tv exclusive recent");

    private static final int TO = Hashes.word("to");
    private static final int WITH = Hashes.word("with");

    private final Reading reading;

    Addressees(Reading reading) {
        this.reading = reading;
    }

    Attribution added(Attribution each) {
        if (each.cue() < 0) {
            return each;
        }
        int limit = Math.min(reading.sentenceEnd(reading.sentenceOf(each.cue())), each.cue() + REACH + 8);
        for (Stretch part : each.parts()) {
            limit = part.from() > each.cue() ? Math.min(limit, part.from()) : limit;
        }
        int from = TOLD.contains(reading.word(each.cue())) ? each.cue() + 1 : spoken(each.cue(), limit);
        if (from < 0 || from >= limit || NOBODY.contains(reading.word(from))) {
            return each;
        }
        int end = Phrases.end(reading, from, limit);
        boolean own = each.source()
                .filter(source -> source.from() < end && from < source.to())
                .isPresent();
        return end == from || own ? each : each.withAddressee(new Stretch(from, end));
    }

    /** The phrase after {@code to}, or after {@code interview with}. */
    private int spoken(int cue, int limit) {
        if (!ReportingVerbs.classOf(reading.word(cue)).equals("said")) {
            return -1;
        }
        boolean talks = false;
        for (int at = cue + 1; at < limit && at < cue + REACH; at++) {
            int word = reading.word(at);
            talks |= TALKS.contains(word) && BEFORE_TALKS.contains(reading.word(at - 1));
            boolean toName = word == TO && at == cue + 1;
            if (toName || (talks && word == WITH)) {
                return at + 1;
            }
            if (reading.shape(at) == Reading.QUOTATION_MARK) {
                return -1;
            }
        }
        return -1;
    }
}
