package dev.dateline.enrich.amounts;

import dev.dateline.enrich.sentences.Numeral;
import dev.dateline.enrich.sentences.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the amount that begins at a token of one sentence. */
final class AmountScanner {
    private static final Set<String> MONTHS =
            Set.of(("january february march april may june july august september october november december jan feb mar "
                            + "apr jun jul aug sep sept oct nov dec")
                    .split(" ", -1));

    private static final Set<String> UNITS =
            Set.of(("barrels tonnes tons kilometres kilometers km miles metres meters feet "
                            + "acres hectares litres liters gallons megawatts mw gigawatts gw kilograms kilos kg grams mph kph "
                            + "bushels ounces secs")
                    .split(" ", -1));

    private static final Set<String> RATES = Set.of(
            "day",
            "year",
            "month",
            "week",
            "hour",
            "minute",
            "barrel",
            "ton",
            "tonne",
            "share",
            "litre",
            "gallon",
            "person",
            "head",
            "ounce",
            "bushel",
            "tonnes",
            "kilo",
            "kilogram",
            "kg",
            "night",
            "ticket",
            "mile",
            "pound",
            "second",
            "vote",
            "pint",
            "bottle");

    private static final Set<String> DESIGNATORS =
            Set.of(("boeing airbus article flight route highway section chapter phase level type grade category "
                            + "formula apollo channel room platform gate no number page aged age interstate resolution figure")
                    .split(" ", -1));

    private static final Set<String> CHANGES = Set.of(
            ("rose fell up down gained lost jumped slid climbed dropped added shed rising falling grew increased "
                            + "decreased declined raised cut rise rises fall falls")
                    .split(" ", -1));
    private static final Set<String> BEFORE_CHANGES = Set.of("by", "from", "about", "nearly", "almost", "another");
    /** What follows a distance that names a race. */
    private static final Set<String> RACES =
            Set.of(("hurdles sprint dash freestyle backstroke breaststroke butterfly medley relay race final champion "
                            + "champions championship record title steeplechase heats walk")
                    .split(" ", -1));

    private static final Sign NO_SIGN = new Sign("", 0);

    private final Words words;
    private final int first;
    private final int end;

    AmountScanner(Words words, int first, int end) {
        this.words = words;
        this.first = first;
        this.end = end;
    }

    Optional<Amount> at(int token) {
        Sign sign = sign(token);
        Optional<Numeral> number = Numeral.read(words, token + sign.tokens, end);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (!sign.currency.isEmpty()) {
            return Optional.of(money(token, sign.currency, number.get()));
        }
        if (words.dash(token - 1)
                && words.joined(token)
                && token - 2 >= first
                && Character.isDigit(words.at(token - 2).charAt(0))) {
            return Optional.empty();
        }
        Range range = range(token, number.get());
        Optional<Amount> measured = measured(token, range);
        if (measured.isPresent() || calendar(token, number.get())) {
            return measured;
        }
        return new CasualtyScanner(words, first, end)
                .read(token, range.to, range.least, range.most)
                .or(() -> counted(token, range, number.get()));
    }

    /** A currency and how many tokens its sign takes. */
    private record Sign(String currency, int tokens) {}

    private Sign sign(int token) {
        Optional<String> sign = Currencies.sign(words.at(token)).or(() -> Currencies.code(words.raw(token)));
        if (sign.isPresent()) {
            return new Sign(sign.get(), words.is(token, "rs") && words.is(token + 1, ".") ? 2 : 1);
        }
        if (words.is(token + 1, "$") && words.joined(token + 1)) {
            return new Sign(Currencies.dollar(words.at(token)).orElse(""), 2);
        }
        return NO_SIGN;
    }

    /** A number or two, e.g. {@code 20 to 30}, before its unit is known. */
    private record Range(BigDecimal least, Optional<BigDecimal> most, int to) {}

    private Range range(int from, Numeral low) {
        int at = low.to();
        boolean and = words.is(at, "and") && low.to() > first && between(at);
        if (words.is(at, "to") || words.is(at, "or") || words.dash(at) || and) {
            int next = at + 1;
            boolean signed = Currencies.sign(words.at(next)).isPresent();
            if (words.is(at, "to") && change(from)) {
                return new Range(low.value(), Optional.empty(), at);
            }
            next = signed ? next + 1 : next;
            Optional<Numeral> high = Numeral.read(words, next, end);
            if (high.isPresent()) {
                BigDecimal least = low.scaled() || !high.get().scaled()
                        ? low.value()
                        : low.value().multiply(scale(next));
                if (least.compareTo(high.get().value()) < 0) {
                    return new Range(
                            least, Optional.of(high.get().value()), high.get().to());
                }
            }
        }
        return new Range(low.value(), Optional.empty(), at);
    }

    /** "Rose $1.64 to $47.10" and "up from $4 to $5" tell two sums, not a range. */
    private boolean change(int from) {
        int before = from - 1;
        while (before > first && BEFORE_CHANGES.contains(words.at(before))) {
            before--;
        }
        return before >= first && CHANGES.contains(words.at(before));
    }

    private boolean between(int and) {
        for (int back = and - 1; back >= first && back > and - 6; back--) {
            if (words.is(back, "between")) {
                return true;
            }
        }
        return false;
    }

    /** The multiplier of a scaled number, from what its first token alone is worth. */
    private BigDecimal scale(int token) {
        Numeral whole = Numeral.read(words, token, end).orElseThrow();
        return Numeral.read(words, token, token + 1)
                .filter(alone -> alone.value().signum() > 0 && !alone.scaled())
                .map(alone -> whole.value().divide(alone.value(), 6, java.math.RoundingMode.HALF_UP))
                .orElse(BigDecimal.valueOf(
                        words.at(token).endsWith("m")
                                ? 1_000_000L
                                : words.at(token).endsWith("k") ? 1_000L : 1_000_000_000L));
    }

    private Amount money(int from, String currency, Numeral number) {
        Range range = range(from, number);
        return rated(from, range.to, "money", range, 0.98, map("currency", currency));
    }

    private Optional<Amount> measured(int from, Range range) {
        int at = words.hyphen(range.to) ? range.to + 1 : range.to;
        String unit = words.at(at);
        if (unit.equals("%") || unit.equals("percent") || unit.equals("pct")) {
            return Optional.of(rated(from, at + 1, "percent", range, 0.98, new LinkedHashMap<>()));
        }
        if (words.reads(at, "per cent")) {
            return Optional.of(rated(from, at + 2, "percent", range, 0.98, new LinkedHashMap<>()));
        }
        if (unit.equals("percentage") && (words.is(at + 1, "points") || words.is(at + 1, "point"))) {
            return Optional.of(rated(from, at + 2, "percent", range, 0.98, map("unit", "percentage points")));
        }
        for (int name = at; name < at + 3 && name < end; name++) {
            Optional<String> currency = Currencies.name(words.at(name - 1), words.at(name));
            if (currency.isPresent()) {
                return Optional.of(rated(from, name + 1, "money", range, 0.95, map("currency", currency.get())));
            }
            if (Currencies.dollar(words.at(name)).isEmpty() && !words.capitalised(name)) {
                break;
            }
        }
        return Optional.empty();
    }

    private boolean calendar(int token, Numeral number) {
        boolean single = number.to() == token + 1;
        boolean year = single && Numeral.year(words.at(token)).isPresent();
        return year
                || MONTHS.contains(words.at(token - 1))
                || MONTHS.contains(words.at(number.to()))
                || (number.digits() && DESIGNATORS.contains(words.at(token - 1)));
    }

    private Optional<Amount> counted(int token, Range range, Numeral number) {
        if (words.is(token, "one") || words.hyphen(range.to)) {
            return Optional.empty();
        }
        if (number.digits() && !number.scaled() && words.capitalised(token - 1) && token - 1 > first) {
            return Optional.empty();
        }
        if (race(token, range.to)) {
            return Optional.empty();
        }
        if (UNITS.contains(words.at(range.to))) {
            int to = range.to + 1;
            Map<String, Object> more = map("unit", words.raw(range.to));
            if (words.is(to, "of") && words.alphabetic(to + 1) && !words.is(to + 1, "the")) {
                more.put("of", words.raw(to + 1));
                to += 2;
            }
            return Optional.of(rated(token, to, "count", range, 0.95, more));
        }
        int to = NounPhrase.end(words, range.to, end);
        return to == range.to
                ? Optional.empty()
                : Optional.of(rated(
                        token,
                        to,
                        "count",
                        range,
                        to == range.to + 1 ? 0.9 : 0.8,
                        map("of", words.between(range.to, to))));
    }

    /** {@code 60m hurdles}, {@code 4x100m relay}: a name, not an amount. */
    private boolean race(int token, int to) {
        if (!words.at(token).endsWith("m") && !words.is(to, "metres") && !words.is(to, "meters")) {
            return false;
        }
        for (int at = to; at < end && at < to + 3; at++) {
            if (RACES.contains(words.at(at))) {
                return true;
            }
        }
        return false;
    }

    private Amount rated(int from, int to, String kind, Range range, double confidence, Map<String, Object> more) {
        boolean rate = (words.is(to, "a") || words.is(to, "an") || words.is(to, "per"))
                && RATES.contains(words.at(to + 1))
                && to + 1 < end
                && !words.is(to + 2, "ago")
                && !words.is(to + 2, "earlier");
        if (rate) {
            more.put("per", words.at(to + 1));
        }
        return new Amount(from, rate ? to + 2 : to, kind, range.least, range.most, confidence, more);
    }

    private static Map<String, Object> map(String key, String value) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put(key, value);
        return more;
    }
}
