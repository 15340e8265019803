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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what an article is about, in the terms of the IPTC Media Topics: up to three top-level subjects, then up to five
 * finer topics under them, each group the best first. Broader topics of a finer one are implied, not listed. An article
 * that is near to none gets none.
 *
 * <p>The encoder reads English; an article in another language is skipped, since its vector would mean nothing.
 */
public final class TopicEnricher implements Enricher {
    /** The languages of the shipped encoder. */
    public static final Set<String> DEFAULT_LANGUAGES = Set.of("en");

    private static final String MODEL = "/models/topics/media-topics.bin";
    private static final int MOST_SUBJECTS = 3;
    private static final int MOST_FINE = 5;
    private static final double LEAST_SHARE = 0.2;
    private static final double LEAST_COSINE = 0.2;

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

    @Override
    public Findings enrich(Enrichment soFar) {
        if (!languages.contains(soFar.languageTag())) {
            return Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        }
        return Findings.NONE.withTopics(topicsOf(soFar.article().text().value()));
    }

    /** The topics of an English text. */
    public List<Topic> topicsOf(String text) {
        Similarities near = model.near(encoder.embed(text));
        if (near.ranked().get(0).cosine() < LEAST_COSINE) {
            return List.of();
        }
        List<Topic> topics = new ArrayList<>();
        Map<String, Double> shares = near.shares();
        shares.entrySet().stream()
                .filter(share -> share.getValue() >= LEAST_SHARE)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SUBJECTS)
                .map(share -> topic(model.concept(share.getKey()), share.getValue()))
                .forEach(topics::add);
        Set<String> subjects = Set.copyOf(topics.stream().map(Topic::code).toList());
        near.ranked().stream()
                .filter(found -> found.concept().level() > 0 && found.cosine() >= LEAST_COSINE)
                .filter(found -> subjects.contains(found.concept().top()))
                .limit(MOST_FINE)
                .map(found -> topic(found.concept(), found.cosine()))
                .forEach(topics::add);
        return topics;
    }

    private Topic topic(Concept concept, double score) {
        return new Topic(concept.code(), concept.label(), concept.level(), concept.top(), Math.min(1, score), stage);
    }
}
