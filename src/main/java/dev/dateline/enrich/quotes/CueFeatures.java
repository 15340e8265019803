package dev.dateline.enrich.quotes;

/** What tells whether a word reports what somebody said or thought. */
public final class CueFeatures {
    private static final int BEFORE = 4;
    private static final int AFTER = 4;
    private static final int THAT = Hashes.word("that");
    private static final int REACH = 30;

    private CueFeatures() {}

    /** Fills the list with the features of a token. */
    public static void fill(Reading reading, int token, FeatureList list) {
        list.clear();
        int word = reading.word(token);
        int sentence = reading.sentenceOf(token);
        int first = reading.sentenceStart(sentence);
        int end = reading.sentenceEnd(sentence);
        int verb = ReportingVerbs.classOf(word).hashCode();
        int before = look(reading, token - 1);
        int after = look(reading, token + 1);
        list.add(0);
        list.add(word);
        list.add(word, reading.plainWord(token - 1));
        list.add(word, reading.plainWord(token + 1));
        list.add(reading.plainWord(token - 1));
        list.add(reading.plainWord(token + 1));
        list.add(reading.plainWord(token - 2));
        list.add(reading.plainWord(token + 2));
        list.add(reading.plainWord(token - 2), reading.plainWord(token - 1));
        list.add(reading.plainWord(token + 1), reading.plainWord(token + 2));
        list.add(reading.plainWord(token - 1), reading.plainWord(token + 1));
        list.add(verb);
        list.add(verb, reading.plainWord(token + 1));
        list.add(verb, reading.plainWord(token - 1));
        list.add(verb, before);
        list.add(verb, after);
        list.add(word, before);
        list.add(word, after);
        list.add(before, after);
        list.add(reading.suffix(token), before);
        list.add(reading.suffix(token), after);
        list.add(reading.suffix(token - 1));
        list.add(reading.suffix(token + 1));
        list.add(reading.suffix(token), reading.suffix(token - 1));
        list.add(reading.suffix(token), reading.suffix(token + 1));
        list.add(word, reading.shape(token));
        list.add(word, token == first ? 1 : 0);
        list.add(word, quotationsAround(reading, token, first, end));
        list.add(verb, quotationsAround(reading, token, first, end));
        list.add(word, thatFollows(reading, token, end) ? 1 : 0);
        list.add(verb, thatFollows(reading, token, end) ? 1 : 0);
        int earlier = reporting(reading, token - 1, first, -1);
        list.add(verb, earlier);
        list.add(word, earlier);
        int later = reporting(reading, token + 1, end, 1);
        list.add(verb, later);
        list.add(word, later);
        list.add(word, Math.min(3, end - token));
        list.add(reading.plainWord(token - 3));
        list.add(verb);
        for (int at = token - 1; at >= first && at >= token - BEFORE; at--) {
            list.addSame(Hashes.of(1, reading.plainWord(at)));
            list.addSame(Hashes.of(verb, reading.plainWord(at)));
        }
        list.add(verb);
        for (int at = token + 1; at < end && at <= token + AFTER; at++) {
            list.addSame(Hashes.of(1, reading.plainWord(at)));
            list.addSame(Hashes.of(verb, reading.plainWord(at)));
        }
    }

    /** Shape, kind of name and quotation marks at a token, in one figure. */
    private static int look(Reading reading, int token) {
        int quoted = reading.quotations().quoted(token) ? 1 : 0;
        return (reading.shape(token) * 8 + reading.type(token)) * 2 + quoted;
    }

    private static boolean thatFollows(Reading reading, int token, int end) {
        for (int at = token + 1; at < end && at < token + 6; at++) {
            if (reading.word(at) == THAT) {
                return true;
            }
        }
        return false;
    }

    private static int quotationsAround(Reading reading, int token, int first, int end) {
        Quotations quotations = reading.quotations();
        if (quotations.quoted(token)) {
            return 100;
        }
        int around = quotations.quoted(token - 1) ? 4 : quotations.quoted(first) ? 1 : 0;
        for (int at = token + 1; at < end && at < token + REACH; at++) {
            if (quotations.quoted(at)) {
                return around + (at < token + 3 ? 8 : 16);
            }
        }
        return around;
    }

    /** The class of the nearest reporting word on that side of the token in its sentence, and roughly how far. */
    private static int reporting(Reading reading, int from, int limit, int step) {
        int distance = 0;
        for (int at = from; (step > 0 ? at < limit : at >= limit) && distance < REACH; at += step) {
            distance++;
            if (reading.quotations().quoted(at)) {
                continue;
            }
            String kind = ReportingVerbs.classOf(reading.word(at));
            if (!kind.isEmpty()) {
                return Hashes.of(kind.hashCode(), distance < 3 ? 0 : distance < 8 ? 1 : 2);
            }
        }
        return 0;
    }
}
