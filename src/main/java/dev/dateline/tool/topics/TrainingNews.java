package dev.dateline.tool.topics;

import dev.dateline.enrich.topics.Concept;
import dev.dateline.enrich.topics.SubjectClassifier;
import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Articles that teach a classifier how news reads. Their labels are coarser than the subjects and drawn otherwise, so
 * they are asked for a part only: the rest is what the classifier, trained on examples alone, takes an article for.
 *
 * @param texts of the articles
 * @param subjects for each the codes of the subjects that its label allows
 */
record TrainingNews(List<String> texts, List<Set<String>> subjects) {
    static final TrainingNews NONE = new TrainingNews(List.of(), List.of());

    /** At 0 the label tells nothing, at 1 everything; chosen on dev news. */
    private static final double LABEL_WEIGHT = 0.4;
    /** Letters by which a text is known again, however its spaces and marks have changed. */
    private static final int KNOWN_BY = 80;

    TrainingNews {
        texts = List.copyOf(texts);
        subjects = List.copyOf(subjects);
    }

    /** Reads labelled news, without the texts of {@code heldOut}: those are to be scored on. */
    static TrainingNews read(Path file, Path labels, List<Path> heldOut, TaxonomyFile taxonomy) throws IOException {
        Map<String, Concept> concepts = new HashMap<>();
        taxonomy.entries().forEach(entry -> concepts.put(entry.concept().code(), entry.concept()));
        Set<String> known = new HashSet<>();
        for (Path path : heldOut) {
            LabelledText.read(path).forEach(text -> known.add(start(text.text())));
        }
        LabelMapping mapping = LabelMapping.read(labels);
        List<String> texts = new ArrayList<>();
        List<Set<String>> subjects = new ArrayList<>();
        for (LabelledText text : LabelledText.read(file)) {
            if (known.add(start(text.text()))) {
                Set<String> allowed = new HashSet<>();
                mapping.right(text.label(), concepts).forEach(concept -> allowed.add(concept.top()));
                texts.add(text.text());
                subjects.add(allowed);
            }
        }
        return new TrainingNews(texts, subjects);
    }

    private static String start(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(KNOWN_BY)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** How likely each subject is for article {@code i}, by its label and by what the classifier makes of it. */
    double[] likely(int i, float[] vector, SubjectClassifier teacher, List<Concept> tops) {
        double[] taken = teacher.probabilities(vector);
        double allowed = 0;
        for (int subject = 0; subject < taken.length; subject++) {
            allowed += subjects.get(i).contains(tops.get(subject).code()) ? taken[subject] : 0;
        }
        double[] likely = new double[taken.length];
        for (int subject = 0; subject < taken.length; subject++) {
            boolean right = subjects.get(i).contains(tops.get(subject).code());
            likely[subject] = (1 - LABEL_WEIGHT) * taken[subject]
                    + (right ? LABEL_WEIGHT * taken[subject] / Math.max(allowed, Double.MIN_NORMAL) : 0);
        }
        return likely;
    }
}
