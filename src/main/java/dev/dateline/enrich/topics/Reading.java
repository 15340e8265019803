package dev.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model makes of one article: every concept scored.
 *
 * @param subjects all of level 0, the best first; their scores add up to 1
 * @param finer the concepts below whose subject is not out of the question, the best first
 */
record Reading(List<Scored> subjects, List<Scored> finer) {
    /** The cosine at which a finer concept scores one half, its subject being certain. */
    private static final double EVEN_COSINE = 0.30;

    private static final double COSINE_SCALE = 0.05;
    /** In cosine for each factor of e by which the subject gets less likely. */
    private static final double SUBJECT_WEIGHT = 0.03;

    /** Below this the concepts of a subject are out of the question. */
    private static final double LEAST_SUBJECT = 0.005;
    /** In cosine, for a label all of whose words the article says often. */
    private static final double SAID_EVIDENCE = 0.15;
    /** From here on a label is said well enough to stand under a subject that is out of the question. */
    private static final double SAID = 0.5;
    /** And then the subject counts as no less likely than this. */
    private static final double SAID_SUBJECT = 0.05;
    /** How much the nearest finer concept speaks for its subject, beyond the even cosine: it saves the rare subjects. */
    private static final double FINER_EVIDENCE = 4;

    /** The kinds of sport: an article is about one or another, while topics elsewhere go together. */
    private static final String DISCIPLINES = "medtop:20000822";
    /** A discipline this much farther away than the nearest is only its echo: squash where tennis is played. */
    private static final double DISCIPLINE_MARGIN = 0.15;

    /**
     * Reads one article.
     *
     * @param said of each concept's label, by {@link LabelWords}
     */
    static Reading of(float[] vector, double[] said, TopicModel model) {
        float[] centred = Centred.unit(vector, model.mean());
        float[] cosines = model.prototypes().times(centred);
        List<Scored> subjects = subjects(model, centred, cosines);
        List<Scored> finer = finer(model.concepts(), cosines, said, subjects);
        subjects.sort(Scored.BEST_FIRST);
        finer.sort(Scored.BEST_FIRST);
        return new Reading(subjects, finer);
    }

    private static List<Scored> subjects(TopicModel model, float[] centred, float[] cosines) {
        List<Concept> concepts = model.concepts();
        Map<String, Double> nearest = new HashMap<>();
        for (int i = 0; i < cosines.length; i++) {
            if (concepts.get(i).level() > 0) {
                nearest.merge(concepts.get(i).top(), (double) cosines[i], Math::max);
            }
        }
        List<Concept> tops =
                concepts.stream().filter(concept -> concept.level() == 0).toList();
        double[] evidence = model.subjects().evidence(centred);
        for (int i = 0; i < evidence.length; i++) {
            double near = nearest.getOrDefault(tops.get(i).code(), 0.0);
            evidence[i] += FINER_EVIDENCE * Math.max(0, near - EVEN_COSINE);
        }
        double[] likely = SubjectClassifier.probabilities(evidence);
        List<Scored> subjects = new ArrayList<>();
        for (int i = 0; i < likely.length; i++) {
            subjects.add(new Scored(tops.get(i), likely[i]));
        }
        return subjects;
    }

    private static List<Scored> finer(List<Concept> concepts, float[] cosines, double[] said, List<Scored> subjects) {
        Map<String, Double> likely = new HashMap<>();
        subjects.forEach(subject -> likely.put(subject.concept().code(), subject.score()));
        double nearestDiscipline = -1;
        for (int i = 0; i < cosines.length; i++) {
            if (concepts.get(i).parent().equals(DISCIPLINES)) {
                nearestDiscipline = Math.max(nearestDiscipline, cosines[i]);
            }
        }
        List<Scored> finer = new ArrayList<>();
        for (int i = 0; i < cosines.length; i++) {
            Concept concept = concepts.get(i);
            double subject = likely.getOrDefault(concept.top(), 0.0);
            boolean echo = concept.parent().equals(DISCIPLINES) && nearestDiscipline - cosines[i] > DISCIPLINE_MARGIN;
            if (concept.level() > 0 && (subject >= LEAST_SUBJECT || said[i] >= SAID) && !echo) {
                double near = cosines[i]
                        + SAID_EVIDENCE * said[i]
                        + SUBJECT_WEIGHT
                                * StrictMath.log(Math.max(said[i] >= SAID ? SAID_SUBJECT : LEAST_SUBJECT, subject));
                finer.add(new Scored(concept, 1 / (1 + StrictMath.exp((EVEN_COSINE - near) / COSINE_SCALE))));
            }
        }
        return finer;
    }
}
