package dev.dateline.tool.topics;

import dev.dateline.enrich.topics.Calibration;
import dev.dateline.enrich.topics.Evidence;
import dev.dateline.enrich.topics.TopicEnricher;
import dev.dateline.tool.topics.JudgedTexts.Judged;
import java.util.List;

/** Fits what turns evidence into probabilities to texts that the model has not learned from. */
final class CalibrationTrainer {
    private final TopicEnricher enricher;
    private final LogisticTrainer first = new LogisticTrainer();
    private final LogisticTrainer further = new LogisticTrainer();
    private final LogisticTrainer finer = new LogisticTrainer();
    private boolean knowsFurther;
    private boolean knowsFiner;

    CalibrationTrainer(TopicEnricher enricher) {
        this.enricher = enricher;
    }

    /** Adds a set of texts, all of which count as much as {@code weight}, however many they are. */
    void add(JudgedTexts texts, double weight) {
        List<Judged> all = texts.all();
        for (Judged text : all) {
            Evidence evidence = enricher.evidenceOf(text.text());
            first.add(
                    evidence.first().features(),
                    text.main().contains(evidence.first().concept().code()),
                    weight / all.size());
            if (text.subjects().isPresent() && !text.main().isEmpty()) {
                knowsFurther = true;
                for (Evidence.Case other : evidence.further()) {
                    further.add(
                            other.features(),
                            text.subjects().get().contains(other.concept().code()),
                            1);
                }
            }
            evidence.eachFiner((concept, features) -> {
                Boolean right = text.finer().get(concept.code());
                if (right != null) {
                    knowsFiner = true;
                    finer.add(features.clone(), right, 1);
                }
            });
        }
    }

    /** The calibration; what no text tells stays as it is by default. */
    Calibration train() {
        return new Calibration(
                first.train(),
                knowsFurther ? further.train() : Calibration.DEFAULT.further(),
                knowsFiner ? finer.train() : Calibration.DEFAULT.finer());
    }
}
