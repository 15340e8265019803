package dev.dateline.story;

/** How like an article and a story are, and two stories: 0 to 1. */
final class Likeness {
    private static final double WORDS = 0.4;
    private static final double ENTITIES = 0.25;
    private static final double LEAD = 0.3;
    private static final double VECTOR = 0.3;
    /** Sentence vectors of any two news texts are this like. */
    private static final double VECTOR_FLOOR = 0.65;
    /** What is left of the likeness to a story that was silent for a whole window. */
    private static final double STALE = 0.75;

    private final double window;

    Likeness(long windowMillis) {
        window = windowMillis;
    }

    double of(LiveArticle article, LiveStory story) {
        Profile profile = article.profile();
        double sum = WORDS * story.words().cosine(profile.words())
                + LEAD * story.lead().cosine(profile.lead());
        double weights = WORDS + LEAD;
        if (profile.entities().size() > 0 && !story.entities().isEmpty()) {
            sum += ENTITIES * story.entities().cosine(profile.entities());
            weights += ENTITIES;
        }
        if (profile.vector().length > 0 && story.vectors().length == profile.vector().length) {
            sum += VECTOR * above(cosine(profile.vector(), story.vectors()));
            weights += VECTOR;
        }
        long apart = Math.max(0, Math.max(article.time - story.last(), story.first() - article.time));
        return sum / weights * fresh(apart);
    }

    double of(LiveStory one, LiveStory other) {
        double sum =
                WORDS * one.words().cosine(other.words()) + LEAD * one.lead().cosine(other.lead());
        double weights = WORDS + LEAD;
        if (!one.entities().isEmpty() && !other.entities().isEmpty()) {
            sum += ENTITIES * one.entities().cosine(other.entities());
            weights += ENTITIES;
        }
        if (one.vectors().length > 0 && one.vectors().length == other.vectors().length) {
            sum += VECTOR * above(cosine(one.vectors(), other.vectors()));
            weights += VECTOR;
        }
        long apart = Math.max(0, Math.max(one.first() - other.last(), other.first() - one.last()));
        return sum / weights * fresh(apart);
    }

    private double fresh(long apart) {
        return 1 - (1 - STALE) * Math.min(1, apart / window);
    }

    private static double above(double cosine) {
        return Math.max(0, (cosine - VECTOR_FLOOR) / (1 - VECTOR_FLOOR));
    }

    private static double cosine(byte[] vector, int[] sum) {
        long dot = 0;
        long ours = 0;
        long theirs = 0;
        for (int i = 0; i < vector.length; i++) {
            dot += (long) vector[i] * sum[i];
            ours += vector[i] * vector[i];
            theirs += (long) sum[i] * sum[i];
        }
        return ours == 0 || theirs == 0 ? 0 : dot / (Math.sqrt((double) ours) * Math.sqrt((double) theirs));
    }

    private static double cosine(int[] one, int[] other) {
        long dot = 0;
        long ours = 0;
        long theirs = 0;
        for (int i = 0; i < one.length; i++) {
            dot += (long) one[i] * other[i];
            ours += (long) one[i] * one[i];
            theirs += (long) other[i] * other[i];
        }
        return ours == 0 || theirs == 0 ? 0 : dot / (Math.sqrt((double) ours) * Math.sqrt((double) theirs));
    }
}
