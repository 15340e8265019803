package dev.dateline.enrich.topics;

import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.Topic;
import dev.dateline.enrich.topics.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what an article is about, in the terms of the IPTC Media Topics: up to three top-level subjects, then up to five
 * finer topics, each group the best first. The broader topics of a finer one are implied. An article that is near to
 * none gets none.
 *
 * <p>The encoder reads English; an article in another language, or in one that nobody could tell, is skipped, since its
 * vector would mean nothing.
 */
public final class TopicEnricher implements Enricher {
    /** The languages of the shipped encoder. */
    public static final Set<String> DEFAULT_LANGUAGES = Set.of("en");

    private static final String MODEL = "/models/topics/media-topics.bin";
    private static final int MOST_SUBJECTS = 3;
    private static final int MOST_FINER = 5;
    /** Up to here the best subject is right about half the time on dev news: below, the article gets no topics. */
    private static final double LEAST_FIRST_SUBJECT = 0.2;

    /** Of the best finer concept, under which the subject stands alone: a text about nothing has none better. */
    private static final double LEAST_SUPPORT = 0.08;
    /** For a subject that stands alone. */
    private static final double LEAST_LONE_SUBJECT = 0.6;

    private static final double LEAST_SUBJECT = 0.15;
    private static final double LEAST_FINER = 0.25;

    private final Encoder encoder;
    private final Set<String> languages;
    private final TopicModel model;
    private final Stage stage;

    /**
     * With the shipped model.
     *
     * @param encoder stays open, and may serve others too
     * @param languages BCP 47 tags that the encoder reads
     */
    public TopicEnricher(Encoder encoder, Set<String> languages) {
        this(encoder, languages, shipped());
    }

    public TopicEnricher(Encoder encoder, Set<String> languages, TopicModel model) {
        this.encoder = encoder;
        this.languages = Set.copyOf(languages);
        this.model = model;
        this.stage = new Stage("topics", "media-topics+" + model.encoder(), model.version());
    }

    private static TopicModel shipped() {
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
        if (!languages.contains(Locale.forLanguageTag(soFar.languageTag()).getLanguage())) {
            return Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        }
        return Findings.NONE.withTopics(topicsOf(soFar.article().text().value()));
    }

    /** The topics of an English text. */
    public List<Topic> topicsOf(String text) {
        return topicsAt(encoder.embed(text));
    }

    /** The topics of a text whose vector this encoder has computed. */
    public List<Topic> topicsAt(float[] vector) {
        Reading reading = Reading.of(vector, model);
        double first = reading.subjects().get(0).score();
        boolean supported = !reading.finer().isEmpty() && reading.finer().get(0).score() >= LEAST_SUPPORT;
        if (first < (supported ? LEAST_FIRST_SUBJECT : LEAST_LONE_SUBJECT)) {
            return List.of();
        }
        List<Topic> topics = new ArrayList<>();
        add(reading.subjects(), LEAST_SUBJECT, MOST_SUBJECTS, topics);
        add(reading.finer(), LEAST_FINER, MOST_FINER, topics);
        return topics;
    }

    private void add(List<Scored> ranked, double least, int most, List<Topic> topics) {
        for (Scored found : ranked.subList(0, Math.min(most, ranked.size()))) {
            if (found.score() >= least) {
                Concept concept = found.concept();
                topics.add(new Topic(
                        concept.code(), concept.label(), concept.level(), concept.top(), found.score(), stage));
            }
        }
    }
}
