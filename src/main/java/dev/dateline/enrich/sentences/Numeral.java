package dev.dateline.enrich.sentences;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * An English number in figures, words or both: {@code 1,200}, {@code 2.5bn}, {@code twenty-five}, {@code half a million}.
 *
 * @param to one past its last token
 * @param digits whether it begins with a figure
 * @param scaled whether a multiplier such as {@code million} is part of it
 */
public record Numeral(BigDecimal value, int to, boolean digits, boolean scaled) {
    private static final int MAX_DIGITS = 18;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));

    private static final Map<String, BigDecimal> MULTIPLIERS = Map.of(
            "dozen", BigDecimal.valueOf(12),
            "hundred", BigDecimal.valueOf(100),
            "thousand", BigDecimal.valueOf(1_000),
            "lakh", BigDecimal.valueOf(100_000),
            "million", BigDecimal.valueOf(1_000_000),
            "crore", BigDecimal.valueOf(10_000_000),
            "billion", BigDecimal.valueOf(1_000_000_000),
            "trillion", BigDecimal.valueOf(1_000_000_000_000L));

    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("k", MULTIPLIERS.get("thousand")),
            Map.entry("m", MULTIPLIERS.get("million")),
            Map.entry("mn", MULTIPLIERS.get("million")),
            Map.entry("mln", MULTIPLIERS.get("million")),
            Map.entry("b", MULTIPLIERS.get("billion")),
            Map.entry("bn", MULTIPLIERS.get("billion")),
            Map.entry("tn", MULTIPLIERS.get("trillion")),
            Map.entry("trn", MULTIPLIERS.get("trillion")),
            Map.entry("cr", MULTIPLIERS.get("crore")));

    /** The number that begins at the token; empty if none does. */
    public static Optional<Numeral> read(Words words, int at, int end) {
        if (at >= end) {
            return Optional.empty();
        }
        String first = words.at(at);
        if (Character.isDigit(first.charAt(0))) {
            return figure(first).map(figure -> scaled(words, figure, at + 1, end, true));
        }
        if (first.equals("half") && (words.is(at + 1, "a") || words.is(at + 1, "an"))) {
            return Optional.of(scaled(words, new Figure(HALF, false), at + 2, end, false));
        }
        if ((first.equals("a") || first.equals("an"))) {
            Numeral one = scaled(words, new Figure(BigDecimal.ONE, false), at + 1, end, false);
            return one.scaled ? Optional.of(one) : Optional.empty();
        }
        return SMALL.containsKey(first) ? Optional.of(spelt(words, at, end)) : Optional.empty();
    }

    /** What a four-digit year looks like: no comma, no fraction. */
    public static Optional<Integer> year(String token) {
        int year = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (token.length() != 4 || c < '0' || c > '9') {
                return Optional.empty();
            }
            year = 10 * year + c - '0';
        }
        return year >= 1500 && year < 2100 ? Optional.of(year) : Optional.empty();
    }

    /** Whether the word names a number below a hundred. */
    public static boolean small(String word) {
        return SMALL.containsKey(word);
    }

    private record Figure(BigDecimal value, boolean scaled) {}

    private static Optional<Figure> figure(String token) {
        StringBuilder digits = new StringBuilder();
        int i = 0;
        boolean fraction = false;
        for (; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '.' && !fraction) {
                fraction = true;
                digits.append(c);
            } else if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != ',' || fraction) {
                break;
            }
        }
        // None at all where they are those of another script.
        if (digits.isEmpty()
                || digits.length() > MAX_DIGITS
                || (token.length() > 1 && token.startsWith("0") && !token.startsWith("0."))) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(digits.toString());
        if (i == token.length()) {
            return Optional.of(new Figure(value, false));
        }
        return Optional.ofNullable(SUFFIXES.get(token.substring(i))).map(by -> new Figure(value.multiply(by), true));
    }

    private static Numeral scaled(Words words, Figure figure, int from, int end, boolean digits) {
        BigDecimal value = figure.value;
        boolean scaled = figure.scaled;
        int at = from;
        if (words.reads(at, "and a half") && at + 3 <= end) {
            value = value.add(HALF);
            at += 3;
        }
        while (at < end) {
            int next = words.hyphen(at) ? at + 1 : at;
            BigDecimal by = MULTIPLIERS.get(words.at(next));
            if (by == null && digits && !words.joined(next)) {
                by = words.is(next, "bn") || words.is(next, "mn") ? SUFFIXES.get(words.at(next)) : null;
            }
            if (by == null || next >= end) {
                break;
            }
            value = value.multiply(by);
            scaled = true;
            at = next + 1;
        }
        return new Numeral(value, at, digits, scaled);
    }

    private static Numeral spelt(Words words, int from, int end) {
        BigDecimal total = BigDecimal.ZERO;
        int current = 0;
        int room = 100;
        boolean scaled = false;
        int at = from;
        while (at < end) {
            int next = at > from && (words.hyphen(at) || words.is(at, "and")) ? at + 1 : at;
            if (words.is(at, "and") && (room == 0 || !scaled)) {
                break;
            }
            Integer small = SMALL.get(words.at(next));
            if (small != null && next < end && small < room) {
                current += small;
                room = small >= 20 ? 10 : 0;
                at = next + 1;
                continue;
            }
            if (words.reads(at, "and a half")) {
                return scaled(words, new Figure(total.add(BigDecimal.valueOf(current)), scaled), at, end, false);
            }
            next = words.hyphen(at) ? at + 1 : at;
            BigDecimal by = next < end ? MULTIPLIERS.get(words.at(next)) : null;
            if (by == null) {
                break;
            }
            scaled = true;
            at = next + 1;
            if (by.intValue() == 100) {
                current *= 100;
            } else {
                total = total.add(BigDecimal.valueOf(current).multiply(by));
                current = 0;
            }
            room = 100;
        }
        return new Numeral(total.add(BigDecimal.valueOf(current)), at, false, scaled);
    }
}
