package dev.dateline.tool.topics;

import dev.dateline.enrich.Topic;
import dev.dateline.tool.labelled.Figures;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts over texts of which all subjects, and the finer topics once proposed, have been judged. */
final class JudgedScore {
    private static final int FINER_TRIES = 3;

    private final Reliability reliability = new Reliability();
    private int texts;
    private int found;
    private int wanted;
    private int right;
    private int secondsWanted;
    private int secondsFound;
    private int finer;
    private int finerRight;
    private int tried;
    private int hits;
    private int withoutTopic;

    void add(JudgedTexts.Judged text, List<Topic> topics) {
        Set<String> subjects = topics.stream()
                .filter(topic -> topic.level() == 0)
                .map(Topic::code)
                .collect(Collectors.toSet());
        String first = topics.isEmpty() ? "" : topics.get(0).code();
        texts++;
        withoutTopic += topics.isEmpty() ? 1 : 0;
        found += subjects.size();
        wanted += text.main().size();
        for (String subject : text.main()) {
            right += subjects.contains(subject) ? 1 : 0;
            if (!subject.equals(first)) {
                secondsWanted++;
                secondsFound += subjects.contains(subject) ? 1 : 0;
            }
        }
        int place = 0;
        boolean hit = false;
        for (Topic topic : topics) {
            Boolean isRight = text.finer().get(topic.code());
            if (isRight != null) {
                finer++;
                finerRight += isRight ? 1 : 0;
                hit |= isRight && place < FINER_TRIES;
                reliability.add(topic.score(), isRight);
            }
            place += topic.level() > 0 ? 1 : 0;
        }
        if (text.finer().containsValue(true)) {
            tried++;
            hits += hit ? 1 : 0;
        }
    }

    /** Of the finer topics' scores. */
    Reliability reliability() {
        return reliability;
    }

    /** The figures; those of finer topics only where some were judged. */
    Figures figures() {
        Figures figures = new Figures()
                .with("subjectF1", found + wanted == 0 ? 0 : 2.0 * right / (found + wanted))
                .with("subjectPrecision", found == 0 ? 0 : (double) right / found)
                .with("subjectRecall", wanted == 0 ? 0 : (double) right / wanted)
                .with("furtherSubjectRecall", secondsWanted == 0 ? 0 : (double) secondsFound / secondsWanted);
        if (finer > 0) {
            figures.with("finerPrecision", (double) finerRight / finer)
                    .with("finerCalibrationError", reliability.expectedError())
                    .with("finerTop3", tried == 0 ? 0 : (double) hits / tried)
                    .with("finer", finer);
        }
        return figures.with("withoutTopic", (double) withoutTopic / texts).with("texts", texts);
    }
}
