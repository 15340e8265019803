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
    /** A concept at this cosine from the article, under a subject that is certain, is as likely right as wrong. */
    private static final double EVEN_COSINE = 0.30;

    private static final double COSINE_SCALE = 0.05;
    /** In cosine for each factor of e by which the subject gets less likely. */
    private static final double SUBJECT_WEIGHT = 0.03;

    private static final double LEAST_SUBJECT = 0.005;
    /** How much the nearest finer concept speaks for its subject, beyond the even cosine: it saves the rare subjects. */
    private static final double FINER_EVIDENCE = 6;

    /** The kinds of sport: an article is about one or another, while topics elsewhere go together. */
    private static final String DISCIPLINES = "medtop:20000822";
    /** A discipline this much farther away than the nearest is only its echo: squash where tennis is played. */
    private static final double DISCIPLINE_MARGIN = 0.15;

    /** Reads the vector of one article. */
    static Reading of(float[] vector, TopicModel model) {
        float[] centred = Centred.unit(vector, model.mean());
        float[] cosines = model.prototypes().times(centred);
        List<Concept> concepts = model.concepts();
        List<Concept> tops =
                concepts.stream().filter(concept -> concept.level() == 0).toList();
        Map<String, Double> nearest = new HashMap<>();
        double discipline = -1;
        for (int i = 0; i < cosines.length; i++) {
            if (concepts.get(i).level() > 0) {
                nearest.merge(concepts.get(i).top(), (double) cosines[i], Math::max);
                if (concepts.get(i).parent().equals(DISCIPLINES)) {
                    discipline = Math.max(discipline, cosines[i]);
                }
            }
        }
        double[] evidence = model.subjects().evidence(centred);
        for (int subject = 0; subject < evidence.length; subject++) {
            double near = nearest.getOrDefault(tops.get(subject).code(), 0.0);
            evidence[subject] += FINER_EVIDENCE * Math.max(0, near - EVEN_COSINE);
        }
        double[] likely = SubjectClassifier.probabilities(evidence);
        Map<String, Double> bySubject = new HashMap<>();
        List<Scored> subjects = new ArrayList<>();
        for (int subject = 0; subject < likely.length; subject++) {
            bySubject.put(tops.get(subject).code(), likely[subject]);
            subjects.add(new Scored(tops.get(subject), likely[subject]));
        }
        List<Scored> finer = new ArrayList<>();
        for (int i = 0; i < cosines.length; i++) {
            Concept concept = concepts.get(i);
            double subject = bySubject.getOrDefault(concept.top(), 0.0);
            boolean outdone = concept.parent().equals(DISCIPLINES) && discipline - cosines[i] > DISCIPLINE_MARGIN;
            if (concept.level() > 0 && subject >= LEAST_SUBJECT && !outdone) {
                double near = cosines[i] + SUBJECT_WEIGHT * StrictMath.log(subject);
                finer.add(new Scored(concept, 1 / (1 + StrictMath.exp((EVEN_COSINE - near) / COSINE_SCALE))));
            }
        }
        subjects.sort(Scored.BEST_FIRST);
        finer.sort(Scored.BEST_FIRST);
        return new Reading(subjects, finer);
    }
}
