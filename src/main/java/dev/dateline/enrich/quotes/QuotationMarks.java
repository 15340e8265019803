package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Quotations.Quotation;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs quotation marks: curly, straight, single, guillemets. A stretch that its paragraph leaves open goes on in the
 * next one where that opens with a mark again; else it ends with its paragraph, so that a lost mark spoils no more than
 * that. Marks within a stretch belong to it. Apostrophes, inches and the years of a decade open nothing. Linear: a
 * paragraph's single marks are looked at once more when one of them might open a stretch.
 */
final class QuotationMarks {
    private static final int MOST_SINGLE_TOKENS = 120;

    private final Reading reading;
    private final List<Quotation> found = new ArrayList<>();

    QuotationMarks(Reading reading) {
        this.reading = reading;
    }

    static boolean isMark(char c) {
        return switch (c) {
            case '"', '\'', '`', '\u2018', '\u2019', '\u201A', '\u201B', '\u201C', '\u201D', '\u201E', '\u201F' -> true;
            case '\u00AB', '\u00BB', '\u2039', '\u203A', '\uFF02' -> true;
            default -> false;
        };
    }

    Quotations quotations() {
        int tokens = reading.tokens();
        int open = -1;
        char mark = '\0';
        for (int token = 0; token < tokens; token++) {
            if (open >= 0 && token > open && reading.startsParagraph(token)) {
                if (reopens(token, mark)) {
                    continue;
                }
                end(open, token, false);
                open = -1;
            }
            char c = reading.mark(token);
            if (open >= 0) {
                if (closes(token, c, mark)) {
                    end(open, token + 1, true);
                    open = -1;
                } else if (token > open && reopensWithin(token, c, mark)) {
                    end(open, token, false);
                    open = token;
                }
            } else if (opens(token, c)) {
                open = token;
                mark = c;
            }
        }
        if (open >= 0) {
            end(open, tokens, false);
        }
        return new Quotations(found, tokens);
    }

    private void end(int from, int to, boolean closed) {
        if (to - from > (closed ? 2 : 1)) {
            found.add(new Quotation(from, to, true, closed));
        }
    }

    /** Every paragraph of a long quotation opens with a mark, only the last one closes. */
    private boolean reopens(int token, char mark) {
        char c = reading.mark(token);
        return c == mark && (c != '\'' && c != '\u2018');
    }

    private boolean opens(int token, char c) {
        return switch (c) {
            case '\u201C', '\u201E', '\u201F', '\u00AB' -> true;
            case '"', '\uFF02' -> !inches(token) && before(token);
            case '\u2018', '\'', '`' -> single(token, c);
            default -> false;
        };
    }

    /** Something follows close, or nothing stands close on the left. */
    private boolean before(int token) {
        return token + 1 < reading.tokens()
                && !reading.startsParagraph(token + 1)
                && (reading.joined(token + 1) || !reading.joined(token));
    }

    private boolean inches(int token) {
        return reading.joined(token) && reading.shape(token - 1) == Reading.DIGIT;
    }

    private boolean closes(int token, char c, char mark) {
        return switch (mark) {
            case '\u201C', '\u201F' ->
                c == '\u201D' || (c == '"' && !opensAgain(token)) || (c == '\u201C' && tight(token));
            case '\u201E' -> c == '\u201C' || c == '\u201D';
            case '\u00AB' -> c == '\u00BB';
            case '"' -> (c == '"' || c == '\u201D') && !opensAgain(token);
            case '\uFF02' -> c == '\uFF02';
            default -> singleCloses(token, c);
        };
    }

    /** Joined to what stands before and not to what follows. */
    private boolean tight(int token) {
        return reading.joined(token) && !reading.joined(token + 1);
    }

    /** A blank before and none after: this one opens, so the mark that should have closed is missing. */
    private boolean opensAgain(int token) {
        return !reading.joined(token) && reading.joined(token + 1);
    }

    private boolean reopensWithin(int token, char c, char mark) {
        return (c == mark || (c == '\u201C' && mark == '"')) && c != '\'' && c != '\u2018' && opensAgain(token);
    }

    private boolean single(int token, char c) {
        boolean placed = !reading.joined(token) || bracket(token - 1);
        if (!placed || !reading.joined(token + 1) || reading.shape(token + 1) == Reading.DIGIT) {
            return false;
        }
        int limit = Math.min(reading.tokens(), token + MOST_SINGLE_TOKENS);
        for (int at = token + 2; at < limit && !reading.startsParagraph(at); at++) {
            char other = reading.mark(at);
            if (singleCloses(at, other)) {
                return true;
            }
            if (c == '\'' && (other == '"' || other == '\u201C')) {
                return false;
            }
        }
        return false;
    }

    private boolean bracket(int token) {
        char c = reading.mark(token);
        return c == '(' || c == '[' || c == '\u2014' || c == '\u2013' || c == '-';
    }

    /** A plural's apostrophe ({@code the boys' game}) looks the same but for the small letter that follows. */
    private boolean singleCloses(int token, char c) {
        if ((c != '\u2019' && c != '\'') || !tight(token)) {
            return tightBeforeMark(token, c);
        }
        int before = reading.sentences().tokenEnds()[token - 1] - 1;
        boolean plural = reading.text().value().charAt(before) == 's' && reading.shape(token + 1) == Reading.LOWER;
        return !plural;
    }

    private boolean tightBeforeMark(int token, char c) {
        return (c == '\u2019' || c == '\'')
                && reading.joined(token)
                && reading.joined(token + 1)
                && reading.shape(token + 1) == Reading.MARK;
    }
}
