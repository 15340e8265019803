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
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds what an article is about, in the terms of the IPTC Media Topics: up to three top-level subjects, the main one
 * first, then up to eight finer topics, the best first. Scores are probabilities. The subject of a finer topic is always
 * among them, and it and a broader topic score no less; the topics between are implied. An article that fits none gets
 * none.
 *
 * <p>An article in a language that the encoder does not read, or in one that nobody could tell, is skipped, since its
 * vector would mean nothing.
 */
public final class TopicEnricher implements Enricher {
    private static final String MODEL = "/models/topics/media-topics.bin";
    private static final String ENGLISH = "en";
    private static final int MOST_SUBJECTS = 3;
    private static final int MOST_FINER = 8;
    /** Of the first subject, below which the article gets no topics. Chosen, like the two after it, on dev texts. */
    private static final double LEAST_FIRST_SUBJECT = 0.25;

    /** Of a finer topic of the first subject, which then needs no more. */
    private static final double SURE_FINER = 0.95;

    private static final double LEAST_SUBJECT = 0.28;
    private static final double LEAST_FINER = 0.3;
    /** For a finer topic that brings in its subject, which the article as a whole did not suggest. */
    private static final double LEAST_BRINGING_SUBJECT = 0.4;

    private final Encoder encoder;
    private final Set<String> languages;
    private final TopicModel model;
    private final boolean withVector;
    private final Supplier<List<OwnTaxonomy>> own;
    private final Concepts concepts;
    private final LabelWords labelWords;
    private final Optional<TopicLabels> labels;
    private final Stage stage;

    /**
     * With the shipped model.
     *
     * @param encoder the shipped one; stays open, and may serve others too
     */
    public TopicEnricher(Encoder encoder) {
        this(encoder, shipped(), false, List::of);
    }

    /** With a model of the operator's. */
    public TopicEnricher(Encoder encoder, TopicModel model, boolean withVector) {
        this(encoder, model, withVector, List::of);
    }

    /**
     * With topics of the operator's, too.
     *
     * @param withVector whether the encoder's vector is among the findings
     * @param own asked for each article, so that they may change
     * @throws IllegalArgumentException if the model was made with another encoder
     */
    public TopicEnricher(Encoder encoder, TopicModel model, boolean withVector, Supplier<List<OwnTaxonomy>> own) {
        model.mustFit(encoder);
        this.encoder = encoder;
        this.languages = encoder.languages();
        this.model = model;
        this.withVector = withVector;
        this.own = own;
        this.concepts = new Concepts(model.concepts());
        this.labelWords = new LabelWords(model.concepts());
        // English articles, all that the shipped encoder reads, need none.
        this.labels = languages.equals(Set.of(ENGLISH)) ? Optional.empty() : Optional.of(TopicLabels.shipped());
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
        Locale locale = Locale.forLanguageTag(soFar.languageTag());
        String language = locale.getLanguage();
        if (!languages.contains(language)) {
            return Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        }
        String text = soFar.article().text().value();
        Map<String, Integer> words = WordCounts.of(text);
        float[] vector = encoder.embed(language.equals(ENGLISH) ? Digest.of(text, words) : text);
        Findings found = Findings.NONE.withTopics(labelled(allTopicsAt(text, words, vector), locale));
        return withVector ? found.withVector(SentenceVector.of(vector, stage)) : found;
    }

    private List<Topic> labelled(List<Topic> topics, Locale locale) {
        return labels.isEmpty()
                ? topics
                : topics.stream()
                        .map(topic -> topic.withLocalLabel(labels.get().of(topic.code(), locale)))
                        .toList();
    }

    /** The topics of a text in English. */
    public List<Topic> topicsOf(String text) {
        Map<String, Integer> words = WordCounts.of(text);
        return allTopicsAt(text, words, encoder.embed(Digest.of(text, words)));
    }

    private List<Topic> allTopicsAt(String text, Map<String, Integer> words, float[] vector) {
        float[] centred = Centred.unit(vector, model.mean());
        List<Topic> topics = new ArrayList<>(topicsAt(evidence(text, words, centred)));
        own.get().forEach(taxonomy -> topics.addAll(taxonomy.topicsOf(words, centred)));
        return topics;
    }

    private Evidence evidence(String text, Map<String, Integer> words, float[] centred) {
        return new Evidence(centred, labelWords.saidIn(words), text, model, concepts);
    }

    /** What speaks for each concept in a text in English. */
    public Evidence evidenceOf(String text) {
        Map<String, Integer> words = WordCounts.of(text);
        return evidence(text, words, Centred.unit(encoder.embed(Digest.of(text, words)), model.mean()));
    }

    private List<Topic> topicsAt(Evidence evidence) {
        Reading reading = Reading.of(evidence, model.calibration(), LEAST_FINER);
        return reading.first().score() < LEAST_FIRST_SUBJECT && !saidByFiner(reading) ? List.of() : chosen(reading);
    }

    /** A short text may be too little for a subject and yet name a finer topic of it. */
    private static boolean saidByFiner(Reading reading) {
        if (reading.finer().isEmpty()) {
            return false;
        }
        Scored best = reading.finer().get(0);
        return best.score() >= SURE_FINER
                && best.concept().top().equals(reading.first().concept().code());
    }

    private List<Topic> chosen(Reading reading) {
        Map<String, Scored> subjects = new LinkedHashMap<>();
        Map<String, Scored> others = new HashMap<>();
        subjects.put(reading.first().concept().code(), reading.first());
        for (Scored other : reading.further()) {
            others.put(other.concept().code(), other);
            if (other.score() >= LEAST_SUBJECT && subjects.size() < MOST_SUBJECTS) {
                subjects.put(other.concept().code(), other);
            }
        }
        Map<String, Scored> finer = new LinkedHashMap<>();
        for (Scored found : reading.finer()) {
            if (finer.size() == MOST_FINER) {
                break;
            }
            String top = found.concept().top();
            Scored subject = subjects.getOrDefault(top, others.get(top));
            if (subject != null
                    && (subjects.containsKey(top)
                            || (subjects.size() < MOST_SUBJECTS && found.score() >= LEAST_BRINGING_SUBJECT))) {
                finer.put(found.concept().code(), found);
                subjects.put(top, subject.atLeast(found.score()));
            }
        }
        // What holds for the narrower topic holds for the broader one.
        for (Scored found : List.copyOf(finer.values())) {
            finer.computeIfPresent(found.concept().parent(), (code, parent) -> parent.atLeast(found.score()));
        }
        return Stream.concat(subjects.values().stream(), finer.values().stream().sorted(Scored.BEST_FIRST))
                .map(found -> found.topic(stage))
                .toList();
    }
}
