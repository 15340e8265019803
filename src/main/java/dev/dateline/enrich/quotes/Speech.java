package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import dev.dateline.enrich.quotes.Quotations.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What quotation marks settle without the model: speech beside its reporting word, and speech signed with a name. */
final class Speech {
    private static final int BESIDE = 5;
    private static final int LONGEST_NAME = 4;
    private static final int FEWEST_TURNS = 3;

    private final Reading reading;
    private final Quotations quotations;

    Speech(Reading reading) {
        this.reading = reading;
        this.quotations = reading.quotations();
    }

    /** Whether the token stands beside a stretch that reads like speech: after it, or before it and a comma or colon. */
    boolean beside(int token) {
        return speechBefore(token) >= 0 || speechAfter(token) >= 0;
    }

    /** The stretch that ends shortly before the token in a way that a reporting word continues; −1 if there is none. */
    private int speechBefore(int token) {
        for (int at = token - 1; at >= 0 && at >= token - BESIDE * 3; at--) {
            int quotation = quotations.at(at);
            if (quotation >= 0) {
                Quotation stretch = quotations.get(quotation);
                char last = stretch.closed() ? reading.mark(stretch.to() - 2) : '\0';
                char next = stretch.to() < reading.tokens() ? reading.mark(stretch.to()) : '\0';
                boolean goesOn = last == ',' || last == '?' || last == '!' || next == ',';
                return goesOn && speech(stretch) ? quotation : -1;
            }
            char c = reading.mark(at);
            if (c == '.' || c == ';' || reading.startsParagraph(at + 1)) {
                return -1;
            }
        }
        return -1;
    }

    private int speechAfter(int token) {
        int limit = Math.min(reading.tokens(), token + BESIDE);
        for (int at = token + 1; at < limit; at++) {
            int quotation = quotations.at(at);
            if (quotation >= 0) {
                char c = reading.mark(at - 1);
                return (c == ',' || c == ':') && speech(quotations.get(quotation)) ? quotation : -1;
            }
        }
        return -1;
    }

    /** Whether the token reports a stretch beyond doubt: {@code she said, "…"} or {@code "…," Ana Ruiz said}. */
    boolean introduces(int token) {
        return introduced(token) >= 0;
    }

    private int introduced(int token) {
        if (ReportingVerbs.classOf(reading.word(token)).isEmpty()) {
            return -1;
        }
        int after = token + 2 < reading.tokens() ? quotations.at(token + 2) : -1;
        char mark = after >= 0 ? reading.mark(token + 1) : '\0';
        if ((mark == ',' || mark == ':')
                && quotations.get(after).from() == token + 2
                && speech(quotations.get(after))) {
            return after;
        }
        int at = token - 1;
        while (at > token - BESIDE && at > 0 && !quotations.quoted(at)) {
            if (reading.shape(at) == Reading.MARK || reading.startsParagraph(at)) {
                return -1;
            }
            at--;
        }
        int before = at < 0 ? -1 : quotations.at(at);
        return before >= 0 && speechBefore(token) == before ? before : -1;
    }

    /** What was said: the stretch that the reporting word leaves no doubt of, where the model missed it. */
    List<Stretch> completed(int cue, List<Stretch> parts) {
        int quotation = introduced(cue);
        if (quotation < 0) {
            return parts;
        }
        Quotation stretch = quotations.get(quotation);
        boolean there = parts.stream().anyMatch(part -> part.holds(stretch.from()));
        return there ? parts : List.of(new Stretch(stretch.from(), stretch.to()));
    }

    /** Where such a stretch belongs to the reporting word, words without quotation marks do not. */
    Attribution direct(Attribution each) {
        int before = speechBefore(each.cue());
        int after = speechAfter(each.cue());
        boolean direct = holds(each, before) || holds(each, after);
        if (!direct) {
            return each;
        }
        List<Stretch> parts = new ArrayList<>();
        for (Stretch part : each.parts()) {
            quoted(part).ifPresent(parts::add);
        }
        int next = reading.sentenceEnd(reading.sentenceOf(each.cue()));
        if (after < 0 && continues(next)) {
            Quotation more = quotations.get(quotations.at(next));
            parts.removeIf(part -> part.holds(next));
            parts.add(new Stretch(more.from(), more.to()));
        }
        return parts.isEmpty() ? each : each.withParts(parts);
    }

    /** Whether a stretch opens at the token that nobody else is named for: the same speaker goes on. */
    private boolean continues(int token) {
        if (token >= reading.tokens() || reading.startsParagraph(token) || quotations.at(token) < 0) {
            return false;
        }
        Quotation stretch = quotations.get(quotations.at(token));
        return stretch.from() == token && stretch.closed() && ends(reading.mark(stretch.to() - 2));
    }

    /** A part from its first stretch to its last, with the words around that the stretch itself does not complete. */
    private Optional<Stretch> quoted(Stretch part) {
        int first = -1;
        int last = -1;
        for (int token = part.from(); token < part.to(); token++) {
            int quotation = quotations.at(token);
            if (quotation >= 0) {
                first = first < 0 ? quotation : first;
                last = quotation;
            }
        }
        if (first < 0) {
            return Optional.empty();
        }
        Quotation opening = quotations.get(first);
        Quotation closing = quotations.get(last);
        int from = begins(opening) ? Math.max(part.from(), opening.from()) : part.from();
        int to = finishes(closing) ? Math.min(part.to(), closing.to()) : part.to();
        return Optional.of(new Stretch(from, to));
    }

    /** Whether the stretch starts a sentence of its own. */
    private boolean begins(Quotation stretch) {
        return stretch.from() + 1 < reading.tokens() && reading.shape(stretch.from() + 1) != Reading.LOWER;
    }

    private boolean finishes(Quotation stretch) {
        char last = stretch.closed() ? reading.mark(stretch.to() - 2) : '.';
        char next = stretch.to() < reading.tokens() ? reading.mark(stretch.to()) : '.';
        return ends(last) || last == ',' || next == ',' || next == '.';
    }

    private static boolean ends(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026';
    }

    private boolean holds(Attribution each, int quotation) {
        return quotation >= 0
                && each.parts().stream()
                        .anyMatch(part -> part.holds(quotations.get(quotation).from()));
    }

    /** Whether it is too much for a borrowed word or a title. */
    private boolean speech(Quotation stretch) {
        char last = stretch.closed() ? reading.mark(stretch.to() - 2) : '\0';
        return stretch.length() > 4 || (stretch.length() > 2 && begins(stretch) && (ends(last) || last == ','));
    }

    /** Whether what was said begins with the title of a work: capitals on every long word, no comma or colon before. */
    boolean title(Attribution each) {
        int quotation = quotations.at(each.from());
        if (quotation < 0 || quotations.get(quotation).from() != each.from()) {
            return false;
        }
        Quotation stretch = quotations.get(quotation);
        char before = each.from() == 0 ? '.' : reading.mark(each.from() - 1);
        boolean introduced = before == ',' || before == ':' || reading.startsParagraph(stretch.from());
        int words = 0;
        for (int token = stretch.from() + 1; token < stretch.to() - 1; token++) {
            int shape = reading.shape(token);
            boolean brief = reading.end(token) - reading.start(token) < 5;
            boolean mark = shape == Reading.MARK && !(token == stretch.to() - 2 && reading.mark(token) == ',');
            if ((shape == Reading.LOWER && !brief) || mark) {
                return false;
            }
            words += shape == Reading.LOWER || shape == Reading.MARK ? 0 : 1;
        }
        return !introduced && stretch.closed() && words > 1 && reading.shape(stretch.from() + 1) != Reading.LOWER;
    }

    /** Whether any of what was said reads like speech in quotation marks. */
    boolean in(Attribution each) {
        return each.parts().stream().anyMatch(part -> {
            int quotation = quotations.at(part.from());
            return quotation >= 0 && speech(quotations.get(quotation));
        });
    }

    /** Stretches that a dash and a name follow: {@code “…” — Ana Ruiz}. */
    List<Attribution> signed(double confidence) {
        List<Attribution> signed = new ArrayList<>();
        for (int i = 0; i < quotations.size(); i++) {
            Quotation stretch = quotations.get(i);
            int dash = stretch.to();
            boolean follows = stretch.closed() && speech(stretch) && dash + 1 < reading.tokens() && dash(dash);
            if (!follows || !ends(stretch) || reading.shape(dash + 1) < Reading.CAPITALISED) {
                continue;
            }
            int end = dash + 1;
            while (end < reading.tokens() && end < dash + 8 && named(end) && !reading.startsParagraph(end)) {
                end++;
            }
            if (end > dash + 1) {
                signed.add(new Attribution(
                        -1,
                        Optional.of(new Stretch(dash + 1, end)),
                        List.of(new Stretch(stretch.from(), stretch.to())),
                        Optional.empty(),
                        List.of(),
                        confidence));
            }
        }
        return signed;
    }

    /** Turns of a transcript: paragraphs that a name in capitals and a colon open, if there are several. */
    List<Attribution> turns(double confidence) {
        List<Attribution> turns = new ArrayList<>();
        for (int from = 0; from < reading.tokens(); ) {
            int end = from + 1;
            while (end < reading.tokens() && !reading.startsParagraph(end)) {
                end++;
            }
            int name = reading.shape(from) == Reading.QUOTATION_MARK ? from + 1 : from;
            int colon = name;
            while (colon < end && colon < name + LONGEST_NAME && reading.shape(colon) == Reading.UPPER) {
                colon++;
            }
            if (colon > name && colon + 1 < end && reading.mark(colon) == ':') {
                int last = reading.shape(end - 1) == Reading.QUOTATION_MARK ? end - 1 : end;
                turns.add(new Attribution(
                        -1,
                        Optional.of(new Stretch(name, colon)),
                        List.of(new Stretch(colon + 1, Math.max(colon + 2, last))),
                        Optional.empty(),
                        List.of(),
                        confidence));
            }
            from = end;
        }
        return turns.size() < FEWEST_TURNS ? List.of() : turns;
    }

    private boolean ends(Quotation stretch) {
        return ends(reading.mark(stretch.to() - 2)) || reading.startsParagraph(stretch.from());
    }

    private boolean dash(int token) {
        char c = reading.mark(token);
        return c == '\u2014'
                || c == '\u2013'
                || c == '\u2015'
                || c == '-'
                || reading.raw(token).equals("--");
    }

    private boolean named(int token) {
        return reading.type(token) != Reading.NO_NAME
                || reading.shape(token) == Reading.CAPITALISED
                || reading.shape(token) == Reading.UPPER;
    }
}
