package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import dev.dateline.enrich.quotes.Quotations.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What quotation marks settle without the model: speech beside its reporting word, and speech signed with a name. */
final class Speech {
    private static final int BESIDE = 5;

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
                return goesOn && stretch.speech() ? quotation : -1;
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
                return (c == ',' || c == ':') && quotations.get(quotation).speech() ? quotation : -1;
            }
        }
        return -1;
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
            for (int token = part.from(); token < part.to(); ) {
                int quotation = quotations.at(token);
                int end = quotation < 0 ? token + 1 : quotations.get(quotation).to();
                if (quotation >= 0 && quotations.get(quotation).from() == token) {
                    parts.add(new Stretch(token, end));
                }
                token = end;
            }
        }
        return parts.isEmpty() ? each : each.withParts(parts);
    }

    private boolean holds(Attribution each, int quotation) {
        return quotation >= 0
                && each.parts().stream()
                        .anyMatch(part -> part.holds(quotations.get(quotation).from()));
    }

    /** Whether any of what was said reads like speech in quotation marks. */
    boolean in(Attribution each) {
        return each.parts().stream().anyMatch(part -> {
            int quotation = quotations.at(part.from());
            return quotation >= 0 && quotations.get(quotation).speech();
        });
    }

    /** Stretches that a dash and a name follow: {@code “…” — Ana Ruiz}. */
    List<Attribution> signed(double confidence) {
        List<Attribution> signed = new ArrayList<>();
        for (int i = 0; i < quotations.size(); i++) {
            Quotation stretch = quotations.get(i);
            int dash = stretch.to();
            boolean follows = stretch.closed() && stretch.speech() && dash + 1 < reading.tokens() && dash(dash);
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

    private boolean ends(Quotation stretch) {
        char last = reading.mark(stretch.to() - 2);
        return last == '.' || last == '!' || last == '?' || reading.startsParagraph(stretch.from());
    }

    private boolean dash(int token) {
        char c = reading.mark(token);
        return c == '\u2014' || c == '\u2013' || c == '\u2015' || c == '-' || reading.raw(token).equals("--");
    }

    private boolean named(int token) {
        return reading.type(token) != Reading.NO_NAME
                || reading.shape(token) == Reading.CAPITALISED
                || reading.shape(token) == Reading.UPPER;
    }
}
