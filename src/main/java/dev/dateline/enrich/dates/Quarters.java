package dev.dateline.enrich.dates;

import dev.dateline.enrich.sentences.Numeral;
import dev.dateline.enrich.sentences.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the quarters and the seasons of a year. */
final class Quarters {
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    private static final Set<String> BUSINESS = Set.of(
            ("profit profits revenue revenues sales earnings growth gdp economy loss losses net income exports imports "
                            + "deliveries sold output company bank inflation shares results orders shipments fiscal $ % percent "
                            + "quarter-on-quarter investment spending unemployment turnover")
                    .split(" ", -1));
    private static final Set<String> GAMES = Set.of(
            ("scored score points point game match touchdown basket baskets rebounds goal goals yards won win lead "
                            + "trailed quarterback pointer halftime season team rally")
                    .split(" ", -1));

    private final Words words;
    private final int first;
    private final int end;
    private final Publication published;

    Quarters(Words words, int first, int end, Publication published) {
        this.words = words;
        this.first = first;
        this.end = end;
        this.published = published;
    }

    Optional<When> quarter(int token) {
        String word = words.at(token);
        boolean brief = word.length() == 2 && word.charAt(0) == 'q' && word.charAt(1) >= '1' && word.charAt(1) <= '4';
        boolean closing = (word.equals("last") || word.equals("final"))
                && words.reads(token + 1, "quarter of")
                && Numeral.year(words.at(token + 3)).isPresent();
        int ordinal = closing ? 4 : ORDINALS.indexOf(word) + 1;
        if (!brief && (ordinal == 0 || !words.is(token + 1, "quarter"))) {
            return Optional.empty();
        }
        int quarter = brief ? word.charAt(1) - '0' : ordinal;
        int to = brief ? token + 1 : token + 2;
        int at = words.is(to, "of") ? to + 1 : to;
        Optional<Integer> year = at < end ? Numeral.year(words.at(at)) : Optional.empty();
        int lead = words.reads(at, "last year")
                ? -1
                : words.reads(at, "next year") ? 1 : words.reads(at, "this year") ? 0 : 2;
        if (year.isPresent()) {
            return Optional.of(When.fixed(token, at + 1, "quarter", year.get() + "-Q" + quarter));
        }
        if (lead < 2) {
            return Optional.of(When.relative(
                    token,
                    at + 2,
                    "quarter",
                    published.year().map(now -> (now + lead) + "-Q" + quarter),
                    "P" + lead + "Y-Q" + quarter));
        }
        if (game()) {
            return Optional.empty();
        }
        boolean future = Tense.future(words, first, token, to, end);
        return Optional.of(When.relative(token, to, "quarter", published.quarter(quarter, future), "--Q" + quarter));
    }

    /** Whether the sentence tells of a game, whose quarters are none of the calendar's. */
    private boolean game() {
        boolean played = false;
        for (int at = first; at < end; at++) {
            if (BUSINESS.contains(words.at(at))) {
                return false;
            }
            played |= GAMES.contains(words.at(at));
        }
        return played;
    }

    Optional<When> season(int token) {
        int season = SEASONS.indexOf(words.at(token));
        int at = words.is(token + 1, "of") ? token + 2 : token + 1;
        return season < 0 || at >= end
                ? Optional.empty()
                : Numeral.year(words.at(at))
                        .map(year -> When.fixed(token, at + 1, "season", year + "-" + (21 + season)));
    }

    /** {@code last summer}: by the seasons of the north. */
    Optional<When> relativeSeason(int token) {
        int by = words.is(token, "last") ? -1 : words.is(token, "next") ? 1 : words.is(token, "this") ? 0 : 2;
        String name = words.is(token + 1, "fall") ? "autumn" : words.at(token + 1);
        int season = SEASONS.indexOf(name);
        if (by == 2 || season < 0 || token + 1 >= end || (words.is(token + 1, "fall") && words.is(token + 2, "of"))) {
            return Optional.empty();
        }
        return Optional.of(When.relative(
                token, token + 2, "season", published.season(season, by), by + " " + SEASONS.get(season)));
    }
}
