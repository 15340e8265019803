package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Quotations.Quotation;
import java.util.Arrays;

/**
 * What surrounds a reporting word, in units: a token, or a whole stretch in quotation marks, since those are said by one
 * speaker from end to end. It reaches over the sentence, over the stretches in quotation marks that begin or end in it,
 * and over a stretch that follows or precedes in the same paragraph.
 */
public final class Window {
    /** Beyond that many tokens outside quotation marks on either side, nothing belongs to the word any more. */
    private static final int REACH = 70;

    private final Reading reading;
    private final int cue;
    private final int[] from;
    private final int[] to;
    private final int size;
    private final int cueUnit;

    private Window(Reading reading, int cue, int[] from, int[] to, int size, int cueUnit) {
        this.reading = reading;
        this.cue = cue;
        this.from = from;
        this.to = to;
        this.size = size;
        this.cueUnit = cueUnit;
    }

    /** The window around a token. */
    public static Window around(Reading reading, int cue) {
        Quotations quotations = reading.quotations();
        int own = quotations.at(cue);
        int start = before(reading, cue, own);
        int end = after(reading, cue, own);
        int[] from = new int[Math.min(64, end - start)];
        int[] to = new int[from.length];
        int size = 0;
        int cueUnit = 0;
        for (int token = start; token < end; ) {
            int quotation = quotations.at(token);
            boolean whole = quotation >= 0 && quotation != own;
            if (size == from.length) {
                from = Arrays.copyOf(from, size * 2);
                to = Arrays.copyOf(to, size * 2);
            }
            if (token == cue) {
                cueUnit = size;
            }
            from[size] = token;
            to[size] = whole ? quotations.get(quotation).to() : token + 1;
            token = to[size++];
        }
        return new Window(reading, cue, from, to, size, cueUnit);
    }

    private static int before(Reading reading, int cue, int own) {
        Quotations quotations = reading.quotations();
        int steps = 0;
        int token = cue;
        int start = reading.sentenceStart(reading.sentenceOf(cue));
        while (token > start && steps++ < REACH) {
            int quotation = quotations.at(token - 1);
            if (quotation >= 0 && quotation != own) {
                token = quotations.get(quotation).from();
                start = reading.sentenceStart(reading.sentenceOf(token));
            } else {
                token--;
            }
        }
        if (token == start && !reading.startsParagraph(token)) {
            int quotation = quotations.at(token - 1);
            if (quotation >= 0 && quotation != own) {
                token = quotations.get(quotation).from();
            }
        }
        return token;
    }

    private static int after(Reading reading, int cue, int own) {
        Quotations quotations = reading.quotations();
        int steps = 0;
        int token = cue + 1;
        int end = reading.sentenceEnd(reading.sentenceOf(cue));
        while (token < end && steps++ < REACH) {
            int quotation = quotations.at(token);
            if (quotation >= 0 && quotation != own) {
                Quotation stretch = quotations.get(quotation);
                token = stretch.to();
                end = reading.sentenceEnd(reading.sentenceOf(token - 1));
            } else {
                token++;
            }
        }
        if (token == end && token < reading.tokens()) {
            int quotation = quotations.at(token);
            boolean colon = reading.mark(token - 1) == ':';
            if (quotation >= 0 && quotation != own && (colon || !reading.startsParagraph(token))) {
                token = quotations.get(quotation).to();
            }
        }
        return token;
    }

    Reading reading() {
        return reading;
    }

    int cue() {
        return cue;
    }

    /** The unit that is the reporting word. */
    public int cueUnit() {
        return cueUnit;
    }

    public int size() {
        return size;
    }

    /** The unit's first token. */
    public int from(int unit) {
        return from[unit];
    }

    /** One past the unit's last token. */
    public int to(int unit) {
        return to[unit];
    }

    /** Whether the unit is a stretch in quotation marks. */
    boolean quotation(int unit) {
        int quotation = reading.quotations().at(from[unit]);
        return quotation >= 0 && reading.quotations().get(quotation).from() == from[unit] && to[unit] > from[unit] + 1;
    }
}
