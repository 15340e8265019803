package dev.dateline.enrich.amounts;

import dev.dateline.enrich.sentences.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the dead, the injured and the missing from other counts by the words beside the figure. */
final class CasualtyScanner {
    private static final int REACH = 6;

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("killed", "killed"),
            Map.entry("dead", "killed"),
            Map.entry("died", "killed"),
            Map.entry("deaths", "killed"),
            Map.entry("fatalities", "killed"),
            Map.entry("killing", "killed"),
            Map.entry("wounded", "injured"),
            Map.entry("wounding", "injured"),
            Map.entry("injured", "injured"),
            Map.entry("injuring", "injured"),
            Map.entry("hurt", "injured"),
            Map.entry("missing", "missing"));

    private static final Set<String> LINKS = Set.of(
            "who were was are is been have has had be still also later confirmed reported feared remain remained being"
                    .split(" ", -1));

    private static final Set<String> BEFORE =
            Set.of("at least about around some nearly almost more than over up to another an estimated as many"
                    .split(" ", -1));

    private final Words words;
    private final int first;
    private final int end;

    CasualtyScanner(Words words, int first, int end) {
        this.words = words;
        this.first = first;
        this.end = end;
    }

    Optional<Amount> read(int from, int to, BigDecimal least, Optional<BigDecimal> most) {
        int noun = words.is(to, "person") ? to + 1 : NounPhrase.end(words, to, end);
        String after = after(noun);
        String state = after.isEmpty() ? before(from, noun) : after;
        if (state.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("casualty", state);
        int last = noun;
        if (noun > to) {
            more.put("of", words.between(to, noun));
        } else if (STATES.containsKey(words.at(to))) {
            last = to + 1;
        }
        return Optional.of(new Amount(from, last, "casualty", least, most, 0.9, more));
    }

    private String after(int at) {
        if (STATES.containsKey(words.at(at - 1)) && !words.is(at - 1, "killing")) {
            return STATES.getOrDefault(words.at(at - 1), "");
        }
        for (int i = at; i < end && i < at + REACH; i++) {
            String state = STATES.get(words.at(i));
            if (state != null) {
                return state;
            }
            if (!LINKS.contains(words.at(i))) {
                break;
            }
        }
        return "";
    }

    private String before(int from, int noun) {
        int at = from - 1;
        while (at >= first && at > from - REACH && BEFORE.contains(words.at(at))) {
            at--;
        }
        String state = at >= first ? STATES.getOrDefault(words.at(at), "") : "";
        boolean verb = !state.isEmpty()
                && !Set.of("deaths", "fatalities", "dead", "missing", "died").contains(words.at(at));
        return verb ? state : toll(from, noun);
    }

    private String toll(int from, int noun) {
        for (int at = from - 1; at > first && at > from - REACH - 2; at--) {
            if (words.is(at, "toll") && words.is(at - 1, "death")) {
                return noun == Math.max(noun, from) && !words.is(from - 1, "in") ? "killed" : "";
            }
        }
        return "";
    }
}
