package dev.dateline.tool.topics;

import dev.dateline.enrich.Topic;
import dev.dateline.tool.labelled.Figures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts hits over a set. A text without topics is a miss, unless none is right. */
final class TopicScore {
    private static final int FINE_TRIES = 3;

    private final Map<String, String> labelBySubject;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Reliability reliability = new Reliability();
    private int texts;
    private int withoutTopic;
    private int subjectHits;
    private int fineTexts;
    private int fineHits;

    private static final class Tally {
        private int right;
        private int found;
        private int wanted;

        double f1() {
            return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted);
        }
    }

    TopicScore(Map<String, String> labelBySubject) {
        this.labelBySubject = labelBySubject;
    }

    /**
     * Counts one text.
     *
     * @param subjects codes of level 0 that count as right
     * @param fine codes below that count as right; empty when the set does not ask for them
     */
    void add(String label, Set<String> subjects, Set<String> fine, List<Topic> topics) {
        texts++;
        tally(label).wanted++;
        String first = topics.isEmpty() ? "" : topics.get(0).code();
        withoutTopic += topics.isEmpty() ? 1 : 0;
        subjectHits += topics.isEmpty() ? (subjects.isEmpty() ? 1 : 0) : (subjects.contains(first) ? 1 : 0);
        if (!topics.isEmpty()) {
            reliability.add(topics.get(0).score(), subjects.contains(first));
        }
        String predicted = labelBySubject.get(first);
        if (predicted != null) {
            tally(predicted).found++;
            tally(predicted).right += predicted.equals(label) ? 1 : 0;
        }
        if (!fine.isEmpty()) {
            fineTexts++;
            fineHits += topics.stream()
                            .filter(topic -> topic.level() > 0)
                            .limit(FINE_TRIES)
                            .anyMatch(topic -> fine.contains(topic.code()))
                    ? 1
                    : 0;
        }
    }

    private Tally tally(String label) {
        return tallies.computeIfAbsent(label, fresh -> new Tally());
    }

    /** Of the first subject's score. */
    Reliability reliability() {
        return reliability;
    }

    /** The figures; macro-F1 only where each label has its own subjects, the fine one only where asked for. */
    Figures figures() {
        Figures figures = new Figures().with("accuracy", (double) subjectHits / texts);
        if (labelBySubject.values().containsAll(tallies.keySet())) {
            figures.with(
                    "macroF1",
                    tallies.values().stream().mapToDouble(Tally::f1).average().orElse(0));
        }
        if (fineTexts > 0) {
            figures.with("fineTop3", (double) fineHits / fineTexts);
        }
        figures.with("calibrationError", reliability.expectedError());
        return figures.with("withoutTopic", (double) withoutTopic / texts).with("texts", texts);
    }
}
