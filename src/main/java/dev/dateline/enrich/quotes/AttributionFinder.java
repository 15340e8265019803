package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Finds the attributions of one article: candidates by the model, then the surest first where two claim the same words. */
final class AttributionFinder {
    private static final double LEAST = 0.2;
    /** Beside what reads like speech in quotation marks, little more is needed. */
    private static final double LEAST_BESIDE_SPEECH = 0.02;

    /** No sentence of prose has as many; each costs time in the words around it. */
    private static final int MOST_IN_SENTENCE = 16;

    private static final double SIGNED = 0.9;
    private static final double PLAIN = 0.6;

    private final Reading reading;
    private final AttributionModel model;
    private final UnitTagger tagger;
    private final Speech speech;
    private final Subjects subjects;
    private final Addressees addressees;
    private final Relays relays;
    private final FeatureList features = new FeatureList();

    AttributionFinder(Reading reading, AttributionModel model) {
        this.reading = reading;
        this.model = model;
        this.tagger = new UnitTagger(model);
        this.speech = new Speech(reading);
        this.subjects = new Subjects(reading);
        this.addressees = new Addressees(reading);
        this.relays = new Relays(reading);
    }

    /** In text order. */
    List<Attribution> find() {
        List<Attribution> candidates = new ArrayList<>();
        int sentence = -1;
        int room = 0;
        for (int token = 0; token < reading.tokens(); token++) {
            if ((token & 255) == 0 && Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while reading quotations");
            }
            if (!model.mayReport(reading.word(token)) || reading.quotations().quoted(token)) {
                continue;
            }
            if (reading.sentenceOf(token) != sentence) {
                sentence = reading.sentenceOf(token);
                room = MOST_IN_SENTENCE;
            }
            CueFeatures.fill(reading, token, features);
            double confidence = Math.max(floor(token), 1 / (1 + Math.exp(-model.cueScore(features))));
            boolean enough = confidence >= LEAST || (confidence >= LEAST_BESIDE_SPEECH && speech.beside(token));
            if (enough && room-- > 0) {
                attribution(token, confidence)
                        .map(speech::direct)
                        .filter(each -> confidence >= LEAST || speech.in(each))
                        .filter(each -> !speech.title(each))
                        .map(subjects::added)
                        .ifPresent(candidates::add);
            }
        }
        candidates.addAll(speech.signed(SIGNED));
        candidates.addAll(speech.turns(SIGNED));
        List<Attribution> found = new Claims(reading, relays)
                .settled(candidates).stream()
                        .map(this::unwrapped)
                        .map(relays::untangled)
                        .map(addressees::added)
                        .toList();
        return subjects.shared(found);
    }

    /** What the words around leave no doubt of, whatever the model makes of it. */
    private double floor(int token) {
        return relays.quotes(token) || subjects.closes(token) || speech.introduces(token) ? PLAIN : 0;
    }

    /** Where an agency passes on that somebody said something, what they said, through the agency. */
    private Attribution unwrapped(Attribution outer) {
        if (!relays.passesOn(outer)) {
            return outer;
        }
        for (Stretch part : outer.parts()) {
            for (int token = part.from(); token < part.to(); token++) {
                if (relays.tells(token)) {
                    Optional<Attribution> inner = attribution(token, outer.confidence())
                            .map(speech::direct)
                            .map(subjects::added)
                            .flatMap(each -> relays.within(each, outer));
                    if (inner.isPresent()) {
                        return inner.get();
                    }
                }
            }
        }
        return outer;
    }

    private Optional<Attribution> attribution(int cue, double confidence) {
        Window window = Window.around(reading, cue);
        int[] labels = tagger.tag(window);
        List<Stretch> parts = new ArrayList<>();
        Optional<Stretch> source = Optional.empty();
        int nearest = Integer.MAX_VALUE;
        for (int unit = 0; unit < labels.length; ) {
            int end = unit + 1;
            while (end < labels.length && labels[end] == labels[unit]) {
                end++;
            }
            if (labels[unit] == AttributionModel.CONTENT) {
                trimmed(window.from(unit), window.to(end - 1)).ifPresent(parts::add);
            } else if (labels[unit] == AttributionModel.SOURCE) {
                int distance = unit > window.cueUnit() ? unit - window.cueUnit() : window.cueUnit() - end + 1;
                if (distance < nearest) {
                    nearest = distance;
                    source = trimmed(window.from(unit), window.to(end - 1));
                }
            }
            unit = end;
        }
        List<Stretch> said = speech.completed(cue, parts);
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attribution(cue, source, said, Optional.empty(), List.of(), confidence));
    }

    /** Less the marks at either end that only divide it from the rest. */
    private Optional<Stretch> trimmed(int first, int last) {
        int from = first;
        int to = last;
        while (from < to && divides(from)) {
            from++;
        }
        while (from < to && divides(to - 1)) {
            to--;
        }
        return from < to ? Optional.of(new Stretch(from, to)) : Optional.empty();
    }

    private boolean divides(int token) {
        char c = reading.mark(token);
        return (c == ',' || c == '.' || c == ':' || c == ';' || c == '-' || c == '\u2014' || c == '\u2013')
                && !reading.quotations().quoted(token);
    }
}
