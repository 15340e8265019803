package dev.dateline.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outlets, entities and topics of a story's members. */
final class Tallies {
    private static final int MOST_OUTLETS = 100;
    private static final int MOST_ENTITIES = 10;
    private static final int MOST_TOPICS = 5;
    private static final double SCALE = 10_000;
    /** Between an entity's type and its name in a label. */
    private static final char BETWEEN = '\u001F';

    private final Tally outlets = new Tally();
    private final Tally entities = new Tally();
    private final Tally topics = new Tally();

    void add(LiveArticle article) {
        if (!article.outlet().isEmpty()) {
            outlets.add(article.outlet(), "", 1);
        }
        for (Named entity : article.entities) {
            entities.add(entity.id(), label(entity), scaled(entity.salience()));
        }
        for (Subject topic : article.topics) {
            topics.add(topic.qcode(), topic.name(), scaled(topic.score()));
        }
    }

    void remove(LiveArticle article) {
        if (!article.outlet().isEmpty()) {
            outlets.remove(article.outlet(), "", 1);
        }
        for (Named entity : article.entities) {
            entities.remove(entity.id(), label(entity), scaled(entity.salience()));
        }
        for (Subject topic : article.topics) {
            topics.remove(topic.qcode(), topic.name(), scaled(topic.score()));
        }
    }

    Map<String, Integer> outlets() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        outlets.greatest(MOST_OUTLETS).forEach(entry -> counts.put(entry.key(), (int) entry.sum()));
        return counts;
    }

    List<Named> entities(int members) {
        return entities.greatest(MOST_ENTITIES).stream()
                .map(entry -> {
                    int between = entry.label().indexOf(BETWEEN);
                    return new Named(
                            entry.key(),
                            entry.label().substring(0, between),
                            entry.label().substring(between + 1),
                            mean(entry.sum(), members));
                })
                .toList();
    }

    List<Subject> topics(int members) {
        return topics.greatest(MOST_TOPICS).stream()
                .map(entry -> new Subject(entry.key(), entry.label(), mean(entry.sum(), members)))
                .toList();
    }

    private static String label(Named entity) {
        return entity.type() + BETWEEN + entity.name();
    }

    private static long scaled(double share) {
        return Math.round(share * SCALE);
    }

    private static double mean(long sum, int members) {
        return Math.round((double) sum / members) / SCALE;
    }
}
