package dev.dateline.enrich.topics;

import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.SentenceVector;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.Topic;
import dev.dateline.enrich.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what an article is about, in the terms of the IPTC Media Topics: up to three top-level subjects, then up to eight
 * finer topics, each group the best first. The subject of a finer topic is always among them and scores no less; the
 * topics between the two are implied. An article that is near to none gets none.
 *
 * <p>An article in a language that the encoder does not read, or in one that nobody could tell, is skipped, since its
 * vector would mean nothing.
 */
public final class TopicEnricher implements Enricher {
    private static final String MODEL = "/models/topics/media-topics.bin";
    private static final String ENGLISH = "en";
    private static final int MOST_SUBJECTS = 3;
    private static final int MOST_FINER = 8;
    /** Up to here the best subject is right about half the time on dev news: below, the article gets no topics. */
    private static final double LEAST_FIRST_SUBJECT = 0.2;

    /** Of the best finer concept, under which the subject stands alone: a text about nothing has none better. */
    private static final double LEAST_SUPPORT = 0.08;
    /** For a subject that stands alone. */
    private static final double LEAST_LONE_SUBJECT = 0.6;

    private static final double LEAST_SUBJECT = 0.15;
    private static final double LEAST_FINER = 0.35;
    /** For a finer topic that brings in its subject, which the article as a whole did not suggest. */
    private static final double LEAST_BRINGING_SUBJECT = 0.5;

    private final Encoder encoder;
    private final Set<String> languages;
    private final TopicModel model;
    private final boolean withVector;
    private final LabelWords labelWords;
    private final Stage stage;

    /**
     * With the shipped model.
     *
     * @param encoder the shipped one; stays open, and may serve others too
     */
    public TopicEnricher(Encoder encoder) {
        this(encoder, shipped(), false);
    }

    /**
     * With a model of the operator's.
     *
     * @param withVector whether the encoder's vector is among the findings
     * @throws IllegalArgumentException if the model was made with another encoder
     */
    public TopicEnricher(Encoder encoder, TopicModel model, boolean withVector) {
        if (!model.encoder().equals(encoder.name()) || model.mean().length != encoder.dimensions()) {
            throw new IllegalArgumentException("the topic model is for the encoder " + model.encoder() + " and "
                    + model.mean().length + " dimensions, not for " + encoder.name() + " and "
                    + encoder.dimensions());
        }
        this.encoder = encoder;
        this.languages = encoder.languages();
        this.model = model;
        this.withVector = withVector;
        this.labelWords = new LabelWords(model.concepts());
        this.stage = new Stage("topics", "media-topics+" + model.encoder(), model.version());
    }

    /** The model in the jar, for the shipped encoder. */
    public static TopicModel shipped() {
        try (InputStream stream = TopicEnricher.class.getResourceAsStream(MODEL)) {
            if (stream == null) {
                throw new IOException(MODEL + " is not on the class path");
            }
            return TopicModel.read(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException("the topic model cannot be read", failure);
        }
    }

    @Override
    public Stage stage() {
        return stage;
    }

    /** The concepts it may find, broader before finer. */
    public List<Concept> concepts() {
        return model.concepts();
    }

    @Override
    public Findings enrich(Enrichment soFar) {
        // The sender may declare a region: en-GB is read as en.
        String language = Locale.forLanguageTag(soFar.languageTag()).getLanguage();
        if (!languages.contains(language)) {
            return Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        }
        String text = soFar.article().text().value();
        float[] vector = encoder.embed(language.equals(ENGLISH) ? Digest.of(text) : text);
        Findings found = Findings.NONE.withTopics(topicsAt(text, vector));
        return withVector ? found.withVector(SentenceVector.of(vector, stage)) : found;
    }

    /** The topics of a text in English. */
    public List<Topic> topicsOf(String text) {
        return topicsAt(text, encoder.embed(Digest.of(text)));
    }

    private List<Topic> topicsAt(String text, float[] vector) {
        Reading reading = Reading.of(vector, labelWords.saidIn(text), model);
        double first = reading.subjects().get(0).score();
        boolean supported = !reading.finer().isEmpty() && reading.finer().get(0).score() >= LEAST_SUPPORT;
        if (first < (supported ? LEAST_FIRST_SUBJECT : LEAST_LONE_SUBJECT)) {
            return List.of();
        }
        return chosen(reading);
    }

    private List<Topic> chosen(Reading reading) {
        Map<String, Scored> subjects = new LinkedHashMap<>();
        for (Scored subject : reading.subjects()
                .subList(0, Math.min(MOST_SUBJECTS, reading.subjects().size()))) {
            if (subject.score() >= LEAST_SUBJECT) {
                subjects.put(subject.concept().code(), subject);
            }
        }
        Map<String, Scored> all = new HashMap<>();
        reading.subjects().forEach(subject -> all.put(subject.concept().code(), subject));
        List<Scored> finer = new ArrayList<>();
        for (Scored found : reading.finer()) {
            Scored subject = all.get(found.concept().top());
            if (found.score() < LEAST_FINER || finer.size() == MOST_FINER) {
                break;
            }
            boolean there = subjects.containsKey(found.concept().top());
            if (subject != null
                    && (there || (subjects.size() < MOST_SUBJECTS && found.score() >= LEAST_BRINGING_SUBJECT))) {
                finer.add(found);
                subjects.merge(
                        found.concept().top(),
                        new Scored(subject.concept(), Math.max(subject.score(), found.score())),
                        (before, implied) -> implied.score() > before.score() ? implied : before);
            }
        }
        return Stream.concat(subjects.values().stream(), finer.stream())
                .map(this::topic)
                .toList();
    }

    private Topic topic(Scored found) {
        Concept concept = found.concept();
        return new Topic(concept.code(), concept.label(), concept.level(), concept.top(), found.score(), stage);
    }
}
