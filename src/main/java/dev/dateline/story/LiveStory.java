package dev.dateline.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A story with members in the window. All of it but id, headline's choice, and known deltas follows from its members. */
final class LiveStory {
    private static final Duration VELOCITY_SPAN = Duration.ofHours(6);
    private static final int NEAREST_AMONG = 48;
    /** What few members have is counted anew each time: tallies are heavy, and most stories are small. */
    private static final int MOST_UNTALLIED = 12;

    private final String id;
    private final String language;
    /** By time of publication, then of arrival. */
    private final List<LiveArticle> members = new ArrayList<>(1);

    private final Centroid words = new Centroid();
    private final Centroid entities = new Centroid();
    private final Centroid lead = new Centroid();
    private int[] vectors = new int[0];
    private int withVector;
    private @Nullable Tallies tallies;
    private @Nullable LiveArticle central;
    /** Ids of the stories that merged into this one. */
    final TreeSet<String> absorbed = new TreeSet<>();
    /** Hashes of the deltas published, so that each is published once. */
    final TreeSet<Long> deltas = new TreeSet<>();

    // Times of the first and the last member, now or before the story lost all. Kept, since they are asked of many
    // stories for each article, and the members lie four steps away in memory.
    private long first;
    private long last;

    /** Its number on the shelf. */
    int slot;

    LiveStory(String id, String language) {
        this.id = id;
        this.language = language;
    }

    String id() {
        return id;
    }

    List<LiveArticle> members() {
        return members;
    }

    int size() {
        return members.size();
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    Centroid words() {
        return words;
    }

    Centroid entities() {
        return entities;
    }

    Centroid lead() {
        return lead;
    }

    int[] vectors() {
        return vectors;
    }

    /** Adds a member; its place follows from its time. */
    void add(LiveArticle article) {
        int at = members.size();
        while (at > 0 && article.before(members.get(at - 1))) {
            at--;
        }
        members.add(at, article);
        article.story(this);
        bounds();
        Profile profile = article.profile();
        words.add(profile.words());
        entities.add(profile.entities());
        lead.add(profile.lead());
        sum(profile.vector(), 1);
        Tallies known = tallies;
        if (known != null) {
            known.add(article);
        } else if (members.size() > MOST_UNTALLIED) {
            tallies = tallied();
        }
    }

    /** Takes a member away, whose profile must still be there. */
    void remove(LiveArticle article) {
        members.remove(place(article));
        bounds();
        Profile profile = article.profile();
        words.remove(profile.words());
        entities.remove(profile.entities());
        lead.remove(profile.lead());
        sum(profile.vector(), -1);
        Tallies known = tallies;
        if (known != null) {
            known.remove(article);
        }
    }

    private void bounds() {
        if (!members.isEmpty()) {
            first = members.get(0).time;
            last = members.get(members.size() - 1).time;
        }
    }

    private int place(LiveArticle article) {
        int from = 0;
        int to = members.size() - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (members.get(middle).before(article)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private void sum(byte[] vector, int sign) {
        if (vector.length == 0) {
            return;
        }
        withVector += sign;
        if (withVector == 0) {
            vectors = new int[0];
            return;
        }
        if (vectors.length < vector.length) {
            vectors = Arrays.copyOf(vectors, vector.length);
        }
        for (int i = 0; i < vector.length; i++) {
            vectors[i] += sign * vector[i];
        }
    }

    private Tallies tallied() {
        Tallies fresh = new Tallies();
        members.forEach(fresh::add);
        return fresh;
    }

    /** The member whose headline stands for the story. */
    Optional<LiveArticle> central() {
        return Optional.ofNullable(central);
    }

    void central(LiveArticle member) {
        central = member;
    }

    /** After a member came: it is compared with the one chosen before, and with many whenever the size has doubled. */
    void chooseCentral(LiveArticle fresh) {
        LiveArticle before = central;
        if (before == null || Integer.bitCount(members.size()) == 1) {
            chooseCentral();
        } else if (nearer(fresh, before)) {
            central = fresh;
        }
    }

    /** The nearest to the middle among the latest members. */
    void chooseCentral() {
        LiveArticle best = null;
        for (int i = members.size() - 1; i >= Math.max(0, members.size() - NEAREST_AMONG); i--) {
            LiveArticle member = members.get(i);
            if (best == null || nearer(member, best)) {
                best = member;
            }
        }
        central = best;
    }

    private boolean nearer(LiveArticle one, LiveArticle other) {
        int by = Double.compare(
                words.cosine(one.profile().words()),
                words.cosine(other.profile().words()));
        return by > 0 || (by == 0 && one.before(other));
    }

    Story published(Story.State state, Optional<String> into, int mostMembers) {
        Tallies known = tallies;
        Tallies counts = known == null ? tallied() : known;
        List<Story.Member> latest = new ArrayList<>(Math.min(members.size(), mostMembers));
        for (int i = members.size() - 1; i >= 0 && latest.size() < mostMembers; i--) {
            latest.add(members.get(i).shown());
        }
        LiveArticle middle = central;
        Story.Headline headline = middle == null || members.isEmpty()
                ? new Story.Headline("", "")
                : new Story.Headline(middle.shown().headline(), middle.uri());
        return new Story(
                id,
                language,
                headline,
                latest,
                counts.outlets(),
                counts.entities(Math.max(1, members.size())),
                counts.topics(Math.max(1, members.size())),
                Instant.ofEpochMilli(first()),
                Instant.ofEpochMilli(last()),
                members.size(),
                velocity(),
                state,
                into);
    }

    private double velocity() {
        if (members.isEmpty()) {
            return 0;
        }
        long since = last() - VELOCITY_SPAN.toMillis();
        int from = 0;
        int to = members.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (members.get(middle).time <= since) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return Math.round(100.0 * (members.size() - from) / VELOCITY_SPAN.toHours()) / 100.0;
    }
}
