package dev.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What speaks for each concept in one article, before anybody says how likely that makes it. For one thread.
 */
public final class Evidence {
    /** How surely the classifier chose it, its nearest finer concept, how much the text reads like news, its length. */
    static final int FIRST_FEATURES = 4;
    /** How likely beside the first, its nearest finer concept, how surely the first was chosen. */
    static final int FURTHER_FEATURES = 3;
    /** How near, how much of its label is said, its subject, how much farther than the nearest, whether it is that, its level, its parent. */
    static final int FINER_FEATURES = 7;

    /** The cosine from which a finer concept speaks for its subject. */
    private static final double EVEN_COSINE = 0.30;
    /** How much the nearest finer concept speaks for its subject, beyond that: it saves the rare subjects. */
    private static final double FINER_EVIDENCE = 4;
    /** In cosine, for a label all of whose words the article says often. */
    private static final double SAID_EVIDENCE = 0.15;
    /** Below this the concepts of a subject are out of the question. */
    private static final double LEAST_SUBJECT = 0.005;
    /** From here on a label is said well enough to stand under a subject that is out of the question. */
    private static final double SAID = 0.5;
    /** And then the subject counts as no less likely than this. */
    private static final double SAID_SUBJECT = 0.05;

    /** The kinds of sport: an article is about one or another, while topics elsewhere go together. */
    private static final String DISCIPLINES = "medtop:20000822";
    /** A discipline this much farther away than the nearest is only its echo: squash where tennis is played. */
    private static final double DISCIPLINE_MARGIN = 0.15;

    /** Surer of news than this it need not be. */
    private static final double SENSE_LIMIT = 8;
    /** More words than these make nothing surer. */
    private static final int LONG_TEXT = 200;

    private final Concepts concepts;
    /** Beside the concepts: how near each lies, and how much of its label is said. */
    private final float[] cosines;

    private final LabelWords.Said said;
    /** Beside the subjects. */
    private final double[] likely;

    private final Case first;
    private final List<Case> further;

    /** A concept and the features that {@link Calibration} weighs; a record for its name only. */
    @SuppressWarnings("ArrayRecordComponent") // made once, weighed once
    public record Case(Concept concept, double... features) {}

    /** What is told of one concept after another. */
    public interface Finer {
        /** @param features filled anew for the next concept */
        void take(Concept concept, double[] features);
    }

    /**
     * Of a text with its vector.
     *
     * @param centred the vector as the model's mean sees it
     * @param said how much of each concept's label the text says
     */
    Evidence(float[] centred, LabelWords.Said said, String text, TopicModel model, Concepts concepts) {
        this.concepts = concepts;
        this.cosines = model.prototypes().times(centred);
        this.said = said;
        int tops = concepts.tops().size();
        double[] nearest = new double[tops];
        double[] support = new double[tops];
        Arrays.fill(nearest, -1);
        Arrays.fill(support, -1);
        for (int i = 0; i < cosines.length; i++) {
            if (concepts.get(i).level() > 0) {
                int top = concepts.topOf(i);
                nearest[top] = Math.max(nearest[top], cosines[i]);
                support[top] = Math.max(support[top], cosines[i] + SAID_EVIDENCE * said.of(i));
            }
        }
        double[] evidence = model.subjects().evidence(centred);
        for (int i = 0; i < tops; i++) {
            evidence[i] += FINER_EVIDENCE * Math.max(0, nearest[i] - EVEN_COSINE);
        }
        this.likely = SubjectClassifier.probabilities(evidence);
        int best = 0;
        for (int i = 0; i < tops; i++) {
            best = likely[i] > likely[best] ? i : best;
        }
        double[] sense = model.sense().evidence(centred);
        double chosen = Logistic.logit(likely[best]);
        this.first = new Case(
                concepts.tops().get(best),
                chosen,
                support[best],
                Math.min(SENSE_LIMIT, Math.max(-SENSE_LIMIT, sense[0] - sense[1])),
                StrictMath.log(Math.min(LONG_TEXT, words(text))));
        this.further = new ArrayList<>(tops - 1);
        for (int i = 0; i < tops; i++) {
            if (i != best) {
                // As likely as among all but the first: a sure first subject does not make a second one unlikely.
                double beside = likely[i] / Math.max(1 - likely[best], Double.MIN_NORMAL);
                further.add(new Case(concepts.tops().get(i), Logistic.logit(beside), support[i], chosen));
            }
        }
    }

    /** For the likeliest subject. */
    public Case first() {
        return first;
    }

    /** For the other subjects. */
    public List<Case> further() {
        return Collections.unmodifiableList(further);
    }

    /** For the concepts below, of subjects that are not out of the question, in the order of their codes. */
    public void eachFiner(Finer then) {
        double nearestDiscipline = -1;
        double nearest = -1;
        for (int i = 0; i < cosines.length; i++) {
            nearest = concepts.get(i).level() > 0 ? Math.max(nearest, cosines[i]) : nearest;
            if (concepts.get(i).parent().equals(DISCIPLINES)) {
                nearestDiscipline = Math.max(nearestDiscipline, cosines[i]);
            }
        }
        double[] features = new double[FINER_FEATURES];
        for (int i : concepts.byCode()) {
            Concept concept = concepts.get(i);
            double subject = likely[concepts.topOf(i)];
            double label = said.of(i);
            boolean echo = concept.parent().equals(DISCIPLINES) && nearestDiscipline - cosines[i] > DISCIPLINE_MARGIN;
            if (concept.level() > 0 && (subject >= LEAST_SUBJECT || label >= SAID) && !echo) {
                int parent = concepts.parentOf(i);
                features[0] = cosines[i];
                features[1] = label;
                features[2] = StrictMath.log(Math.max(label >= SAID ? SAID_SUBJECT : LEAST_SUBJECT, subject));
                features[3] = nearest - cosines[i];
                features[4] = cosines[i] == nearest ? 1 : 0;
                features[5] = concept.level();
                features[6] = parent < 0 ? 0 : cosines[parent];
                then.take(concept, features);
            }
        }
    }

    private static int words(String text) {
        int words = 1;
        for (int i = 1; i < text.length() && words < LONG_TEXT; i++) {
            words += Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1)) ? 1 : 0;
        }
        return words;
    }
}
