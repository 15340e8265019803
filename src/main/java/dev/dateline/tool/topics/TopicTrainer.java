package dev.dateline.tool.topics;

import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.topics.Calibration;
import dev.dateline.enrich.topics.Centred;
import dev.dateline.enrich.topics.Concept;
import dev.dateline.enrich.topics.Digest;
import dev.dateline.enrich.topics.PackedVectors;
import dev.dateline.enrich.topics.SubjectClassifier;
import dev.dateline.enrich.topics.TopicModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the topic model. A concept's prototype is the direction of its label plus that of its label with the definition,
 * plus twice that of its examples where there are any; the subjects get a linear model on all examples, and then one more
 * on these and news that the first has read.
 */
final class TopicTrainer {
    /** The subjects that make up much of the news, and how much more of it than the others. */
    private static final Map<String, Double> SHARES = Map.of(
            "medtop:01000000", 6.0,
            "medtop:02000000", 3.0,
            "medtop:03000000", 2.4,
            "medtop:04000000", 8.0,
            "medtop:11000000", 8.0,
            "medtop:13000000", 6.0,
            "medtop:15000000", 6.0,
            "medtop:16000000", 5.0);

    private static final float EXAMPLES_WEIGHT = 2;
    /** Examples are cleaner than articles: dividing by this makes probabilities as large as their share of hits on dev news. */
    private static final double TEACHER_TEMPERATURE = 0.35;

    private static final double TEMPERATURE = 0.28;
    /** The penalty keeps this classifier's odds small; the calibration wants them of the size of the others. */
    private static final double SENSE_TEMPERATURE = 0.3;
    /** A tenth of the news tells how news reads; more of it only takes longer. */
    private static final int SENSE_NEWS_STEP = 10;
    /** So many examples are as long as an article. */
    private static final int ARTICLE_EXAMPLES = 8;

    private final Encoder encoder;
    private final TrainingNews news;

    private final List<Concept> concepts = new ArrayList<>();
    private final List<float[]> labels = new ArrayList<>();
    private final List<float[]> definitions = new ArrayList<>();
    private final List<Examples.Example> examples;
    private final List<float[]> texts = new ArrayList<>();
    private final List<float[]> newsVectors = new ArrayList<>();
    private final List<float[]> nothing = new ArrayList<>();

    TopicTrainer(TaxonomyFile taxonomy, Examples examples, TrainingNews news, Encoder encoder) {
        this.examples = examples.all();
        this.news = news;
        this.encoder = encoder;
        for (TaxonomyFile.Entry entry : taxonomy.entries()) {
            concepts.add(entry.concept());
            labels.add(encoder.embed(entry.concept().label()));
            definitions.add(encoder.embed(entry.concept().label() + ": " + entry.definition()));
        }
        for (Examples.Example example : this.examples) {
            texts.add(encoder.embed(example.text()));
        }
        news.texts().forEach(text -> newsVectors.add(encoder.embed(text)));
        for (String text : examples.nothing()) {
            nothing.add(encoder.embed(text));
        }
    }

    /**
     * The model.
     *
     * @throws IllegalArgumentException if an example names a concept that the taxonomy lacks, or a subject has none
     */
    TopicModel train(String version) {
        float[] mean = newsMean();
        List<float[]> centred =
                texts.stream().map(vector -> Centred.unit(vector, mean)).toList();
        List<Concept> subjects =
                concepts.stream().filter(concept -> concept.level() == 0).toList();
        double[] shares = subjects.stream()
                .mapToDouble(subject -> SHARES.getOrDefault(subject.code(), 1.0))
                .toArray();
        double all = Arrays.stream(shares).sum();
        return new TopicModel(
                version,
                encoder.name(),
                mean,
                classifier(
                        centred,
                        mean,
                        subjects,
                        Arrays.stream(shares).map(x -> x / all).toArray()),
                sense(mean),
                Calibration.DEFAULT,
                concepts,
                PackedVectors.of(prototypes(centred)));
    }

    /** News against texts about nothing: a few of these must do, since no two are alike. */
    private SubjectClassifier sense(float[] mean) {
        Map<String, List<String>> bySubject = new TreeMap<>();
        examples.forEach(example -> bySubject
                .computeIfAbsent(example.subject(), first -> new ArrayList<>())
                .add(example.text()));
        // An article is read as a digest, whose key words look like the shopping list they are not.
        List<float[]> digests = new ArrayList<>();
        bySubject.values().forEach(of -> {
            for (int i = 0; i + ARTICLE_EXAMPLES <= of.size(); i += ARTICLE_EXAMPLES) {
                digests.add(encoder.embed(Digest.of(String.join(" ", of.subList(i, i + ARTICLE_EXAMPLES)))));
            }
        });
        List<float[]> vectors = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<float[]> someNews = new ArrayList<>();
        for (int i = 0; i < newsVectors.size(); i += SENSE_NEWS_STEP) {
            someNews.add(newsVectors.get(i));
        }
        List<List<float[]>> about = Stream.of(texts, digests, someNews)
                .filter(group -> !group.isEmpty())
                .toList();
        for (List<float[]> group : about) {
            for (float[] vector : group) {
                vectors.add(Centred.unit(vector, mean));
                targets.add(new double[] {1, 0});
                weights.add(0.5 / about.size() / group.size());
            }
        }
        for (float[] vector : nothing) {
            vectors.add(Centred.unit(vector, mean));
            targets.add(new double[] {0, 1});
            weights.add(0.5 / nothing.size());
        }
        return new SubjectTrainer(2, encoder.dimensions())
                .train(new Samples(vectors, targets, weights), SENSE_TEMPERATURE);
    }

    private SubjectClassifier classifier(List<float[]> centred, float[] mean, List<Concept> subjects, double[] shares) {
        SubjectTrainer trainer = new SubjectTrainer(subjects.size(), encoder.dimensions());
        Samples samples = Samples.of(centred, subjectOf(subjects), shares);
        SubjectClassifier teacher = trainer.train(samples, TEACHER_TEMPERATURE);
        if (news.texts().isEmpty()) {
            return teacher;
        }
        List<float[]> vectors = new ArrayList<>();
        List<double[]> likely = new ArrayList<>();
        for (int i = 0; i < news.texts().size(); i++) {
            float[] vector = Centred.unit(newsVectors.get(i), mean);
            vectors.add(vector);
            likely.add(news.likely(i, vector, teacher, subjects));
        }
        return trainer.train(samples.with(vectors, likely, shares), TEMPERATURE);
    }

    /** Of the examples of whole subjects: those of single concepts would pull it towards the concepts that have some. */
    private float[] newsMean() {
        List<float[]> general = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (examples.get(i).concept().isEmpty()) {
                general.add(texts.get(i));
            }
        }
        return mean(general);
    }

    private int[] subjectOf(List<Concept> subjects) {
        Map<String, Integer> byCode = new HashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            byCode.put(subjects.get(i).code(), i);
        }
        Map<String, Integer> subjectByCode = new HashMap<>();
        concepts.forEach(concept -> subjectByCode.put(concept.code(), byCode.get(concept.top())));
        return examples.stream()
                .mapToInt(example -> {
                    Integer subject = subjectByCode.get(example.subject());
                    if (subject == null
                            || !subjectByCode.containsKey(example.concept().orElse(example.subject()))) {
                        throw new IllegalArgumentException("the taxonomy lacks a concept of the example " + example);
                    }
                    return subject;
                })
                .toArray();
    }

    private List<float[]> prototypes(List<float[]> centred) {
        float[] labelMean = mean(labels);
        float[] definitionMean = mean(definitions);
        Map<String, float[]> byExample = new HashMap<>();
        for (int i = 0; i < centred.size(); i++) {
            float[] vector = centred.get(i);
            examples.get(i).concept().ifPresent(code -> byExample.merge(code, vector, TopicTrainer::sum));
        }
        float[] origin = new float[encoder.dimensions()];
        List<float[]> prototypes = new ArrayList<>();
        for (int i = 0; i < concepts.size(); i++) {
            float[] words = Centred.unit(
                    sum(Centred.unit(labels.get(i), labelMean), Centred.unit(definitions.get(i), definitionMean)),
                    origin);
            float[] ofExamples = byExample.get(concepts.get(i).code());
            prototypes.add(
                    ofExamples == null
                            ? words
                            : Centred.unit(
                                    sum(words, scaled(Centred.unit(ofExamples, origin), EXAMPLES_WEIGHT)), origin));
        }
        return prototypes;
    }

    private static float[] mean(List<float[]> vectors) {
        float[] sum = new float[vectors.get(0).length];
        for (float[] vector : vectors) {
            sum = sum(sum, vector);
        }
        return scaled(sum, 1f / vectors.size());
    }

    private static float[] sum(float[] a, float[] b) {
        float[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private static float[] scaled(float[] vector, float factor) {
        float[] scaled = vector.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
