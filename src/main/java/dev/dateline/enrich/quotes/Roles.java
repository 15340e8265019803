package dev.dateline.enrich.quotes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who holds which role, as the article itself says: by a title before the name ({@code Energy Minister Alexander Novak}) or
 * by words beside it ({@code Dmitry Peskov, Putin's spokesman}). A role names its last holder told so far.
 */
final class Roles {
    private static final int REACH = 9;

    private static final Set<Integer> NOUNS =
            Phrases.hashes("president minister premier chancellor king queen prince princess "
                    + "leader adviser advisor spokesman spokeswoman spokesperson secretary senator governor mayor congressman "
                    + "congresswoman ambassador envoy chairman chairwoman chair chief director commissioner commander general colonel "
                    + "officer judge justice prosecutor attorney lawyer solicitor coach manager captain striker player singer actor "
                    + "actress author writer professor scientist researcher analyst economist doctor surgeon nurse teacher headteacher "
                    + "candidate nominee lawmaker representative delegate strategist aide official executive founder owner pilot "
                    + "farmer fisherman witness resident neighbour neighbor mother father brother sister son daughter wife husband "
                    + "widow victim defendant suspect bishop archbishop cardinal pope imam ayatollah rabbi sheriff constable inspector "
                    + "sergeant detective superintendent head boss billionaire businessman businesswoman mogul tycoon republican democrat "
                    + "conservative liberal speaker negotiator diplomat historian biologist geologist meteorologist forecaster driver "
                    + "champion winner runner swimmer racer quarterback goalkeeper midfielder defender referee");

    private static final Set<Integer> ANYBODY = Phrases.hashes(
            "official leader politician lawmaker man woman person executive veteran source resident sources officials aides spokesmen critics police lawyers analysts");

    private static final Set<Integer> ARTICLES = Phrases.hashes("a an the");

    private final Reading reading;
    private final Map<Integer, String> holders = new HashMap<>();
    private int read;

    Roles(Reading reading) {
        this.reading = reading;
    }

    static boolean isRole(int word) {
        return NOUNS.contains(word) || ANYBODY.contains(word);
    }

    /** Whether the role says next to nothing, so that whoever spoke last may be meant. */
    static boolean anybody(int word) {
        return ANYBODY.contains(word);
    }

    /** The id of the person who holds the role before that token, empty if nobody is said to. */
    String holder(int role, int before) {
        readTo(before);
        return holders.getOrDefault(role, "");
    }

    private void readTo(int limit) {
        for (; read < limit; read++) {
            if (reading.type(read) == Reading.PERSON
                    && (read == 0 || reading.nameOf(read - 1) != reading.nameOf(read))) {
                learn(read);
            }
        }
    }

    private void learn(int from) {
        int name = reading.nameOf(from);
        String id = Names.id(reading.names().get(name));
        int sentence = reading.sentenceOf(from);
        int first = Math.max(reading.sentenceStart(sentence), from - 4);
        for (int at = from - 1; at >= first; at--) {
            boolean title = reading.shape(at) != Reading.MARK && reading.type(at) != Reading.PERSON;
            boolean apposed = at == from - 1 && reading.mark(at) == ',';
            if (!title && !apposed) {
                break;
            }
            hold(at, id);
            if (ARTICLES.contains(reading.word(at))) {
                break;
            }
        }
        int end = from;
        while (end < reading.tokens() && reading.nameOf(end) == name) {
            hold(end, id);
            end++;
        }
        if (end < reading.tokens() && reading.mark(end) == ',') {
            int limit = Math.min(reading.sentenceEnd(sentence), end + REACH);
            for (int at = end + 1; at < limit && reading.mark(at) != ',' && reading.type(at) != Reading.PERSON; at++) {
                if (!ReportingVerbs.classOf(reading.word(at)).isEmpty() && !isRole(reading.word(at))) {
                    break;
                }
                hold(at, id);
            }
        }
    }

    private void hold(int token, String id) {
        if (isRole(reading.word(token))) {
            holders.put(reading.word(token), id);
        }
    }
}
