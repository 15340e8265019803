package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Quotations.Quotation;

/**
 * What tells whether a unit of a window is part of what was said, of who said it, or of neither. Features of the whole
 * window are read once; then {@link #unit} and {@link #boundary} give those of one unit.
 */
public final class UnitFeatures {
    private static final int QUOTATION = Hashes.word("<quotation>");
    private static final int THAT = Hashes.word("that");
    private static final int COMMA = Hashes.word(",");

    private final Window window;
    private final Reading reading;
    private final int cueWord;
    private final int cueClass;
    private final int next;
    private final int previous;
    private final int context;
    private final int rest;
    private final int[] words;
    private final int[] looks;
    private final int[] commas;
    private final int[] verbs;
    private final int cueSentence;
    private boolean thatSeen;

    public UnitFeatures(Window window) {
        this.window = window;
        this.reading = window.reading();
        int size = window.size();
        int cue = window.cueUnit();
        this.words = new int[size + 2];
        this.looks = new int[size + 2];
        this.commas = new int[size];
        this.verbs = new int[size];
        words[size] = Reading.NOTHING;
        words[size + 1] = Reading.NOTHING;
        for (int unit = 0; unit < size; unit++) {
            boolean quotation = window.quotation(unit);
            int token = window.from(unit);
            words[unit] = quotation ? QUOTATION : reading.plainWord(token);
            looks[unit] = quotation ? 99 : reading.shape(token) * 8 + reading.type(token);
        }
        this.cueSentence = reading.sentenceOf(window.cue());
        this.cueWord = reading.word(window.cue());
        this.cueClass = ReportingVerbs.classOf(cueWord).hashCode();
        this.next = word(cue + 1);
        this.previous = word(cue - 1);
        count(cue, 1);
        count(cue, -1);
        this.rest = rest(cue);
        this.context = context(cue);
    }

    private void count(int cue, int step) {
        int seenCommas = 0;
        int seenVerbs = 0;
        for (int unit = cue + step; unit >= 0 && unit < window.size(); unit += step) {
            commas[unit] = Math.min(2, seenCommas);
            verbs[unit] = Math.min(1, seenVerbs);
            if (words[unit] == COMMA) {
                seenCommas++;
            } else if (!ReportingVerbs.classOf(words[unit]).isEmpty()) {
                seenVerbs++;
            } else if (words[unit] == THAT && step > 0 && unit < cue + 6) {
                thatSeen = true;
            }
        }
    }

    /** How much of the sentence is left after the reporting word. */
    private int rest(int cue) {
        int end = reading.sentenceEnd(cueSentence);
        int left = 0;
        for (int unit = cue + 1; unit < window.size() && window.from(unit) < end; unit++) {
            left++;
        }
        return left < 4 ? left : left < 7 ? 4 : left < 12 ? 5 : 6;
    }

    private int context(int cue) {
        int before = 0;
        int after = 0;
        for (int unit = 0; unit < window.size(); unit++) {
            if (looks[unit] == 99) {
                int strong = strong(unit) ? 2 : 1;
                if (unit < cue) {
                    before = Math.max(before, strong);
                } else {
                    after = Math.max(after, strong);
                }
            }
        }
        int first = cue == 0 ? 0 : looks[0] == 99 ? 1 : 2;
        return ((before * 3 + after) * 3 + first) * 2 + (thatSeen ? 1 : 0);
    }

    /** Whether a stretch in quotation marks reads like speech rather than like a borrowed word. */
    private boolean strong(int unit) {
        return window.to(unit) - window.from(unit) > 6;
    }

    private int word(int unit) {
        return unit < 0 || unit >= window.size() ? Reading.NOTHING : words[unit];
    }

    private int look(int unit) {
        return unit < 0 || unit >= window.size() ? 0 : looks[unit];
    }

    private int distance(int unit) {
        int away = Math.abs(unit - window.cueUnit());
        int bucket = away < 5 ? away : away < 8 ? 5 : away < 12 ? 6 : away < 20 ? 7 : 8;
        return unit < window.cueUnit() ? -bucket : bucket;
    }

    /** Fills the list with the features of a unit. */
    public void unit(int unit, FeatureList list) {
        list.clear();
        int token = window.from(unit);
        int side = unit < window.cueUnit() ? 1 : 2;
        int distance = distance(unit);
        int near = side * 4 + (Math.abs(distance) < 3 ? 1 : Math.abs(distance) < 6 ? 2 : 3);
        int look = looks[unit];
        int offset = Math.max(-2, Math.min(2, reading.sentenceOf(token) - cueSentence));
        list.add(distance);
        list.add(context, distance);
        list.add(Hashes.of(context, rest), side);
        list.add(words[unit], side);
        list.add(words[unit], near);
        list.add(Hashes.of(word(unit - 1), words[unit]), side);
        list.add(word(unit - 1), near);
        list.add(word(unit + 1), near);
        list.add(cueWord, near);
        list.add(cueWord, Hashes.of(side, rest));
        list.add(cueClass, Hashes.of(near, rest));
        list.add(look, distance);
        list.add(look, Hashes.of(context, side));
        list.add(look, Hashes.of(cueClass, near));
        list.add(next, near);
        list.add(previous, near);
        list.add(Hashes.of(next, previous), side);
        list.add(Hashes.of(next, rest), side);
        list.add(Hashes.of(commas[unit], verbs[unit]), Hashes.of(look, side));
        list.add(Hashes.of(commas[unit], verbs[unit]), Hashes.of(context, near));
        list.add(Hashes.of(cueWord, words[unit]), distance);
        list.add(Hashes.of(cueWord, look), distance);
        list.add(Hashes.of(cueWord, next), near);
        list.add(reading.suffix(token), near);
        list.add(Hashes.of(look, look(unit - 1), look(unit + 1)), side);
        list.add(offset, Hashes.of(look, rest));
        list.add(offset, context);
        if (look == 99) {
            Quotation quotation = reading.quotations().get(reading.quotations().at(token));
            list.add(quotationLook(quotation, unit), Hashes.of(near, rest));
            list.add(quotationLook(quotation, unit), Hashes.of(side, cueClass));
            list.add(word(unit - 1), Hashes.of(quotationLook(quotation, unit), side));
            list.add(word(unit + 1), Hashes.of(quotationLook(quotation, unit), side));
        }
    }

    private int quotationLook(Quotation quotation, int unit) {
        int length = quotation.length();
        int size = length < 3 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3;
        char last =
                quotation.closed() && quotation.to() - 2 >= quotation.from() ? reading.mark(quotation.to() - 2) : '\0';
        int ended = last == '.' || last == '!' || last == '?' ? 2 : last == ',' ? 1 : 0;
        int capital = reading.shape(quotation.from() + 1) == Reading.CAPITALISED ? 1 : 0;
        int opens = reading.startsParagraph(window.from(unit)) ? 1 : 0;
        return ((size * 3 + ended) * 2 + capital) * 2 + opens;
    }

    /** Fills the list with the features of the border before a unit. */
    public void boundary(int unit, FeatureList list) {
        list.clear();
        int token = window.from(unit);
        int side = unit <= window.cueUnit() ? 1 : 2;
        int near = side * 8 + Math.min(4, Math.abs(distance(unit)));
        int sentence = reading.sentenceOf(token) == reading.sentenceOf(token - 1) ? 0 : 1;
        list.add(near);
        list.add(words[unit], side);
        list.add(words[unit - 1], side);
        list.add(Hashes.of(words[unit - 1], words[unit]), side);
        list.add(Hashes.of(look(unit - 1), look(unit)), side);
        list.add(Hashes.of(look(unit), words[unit - 1]), side);
        list.add(Hashes.of(cueWord, words[unit]), near);
        list.add(cueWord, near);
        list.add(Hashes.of(context, rest), Hashes.of(near, sentence));
        list.add(Hashes.of(words[unit], word(unit + 1)), side);
        list.add(Hashes.of(words[unit - 1], word(unit - 2)), side);
        list.add(next, near);
        list.add(Hashes.of(sentence, look(unit)), Hashes.of(side, context));
        list.add(reading.suffix(token), Hashes.of(words[unit - 1], side));
    }
}
