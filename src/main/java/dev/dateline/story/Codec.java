package dev.dateline.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A desk's entries as bytes: form, kind, content. */
final class Codec {
    private static final int FORM = 1;
    static final int DESK = 'D';
    static final int STORY = 'S';
    static final int ARTICLE = 'A';

    private static final double SCALE = 10_000;
    private static final List<Duplicate.Kind> KINDS = List.of(Duplicate.Kind.values());

    private Codec() {}

    static String key(LiveArticle article) {
        return "article:" + article.uri();
    }

    static String key(LiveStory story) {
        return storyKey(story.id());
    }

    static String storyKey(String id) {
        return "story:" + id;
    }

    static final String DESK_KEY = "desk";

    private static ByteWriter begun(int kind) {
        ByteWriter out = new ByteWriter();
        out.raw(FORM);
        out.raw(kind);
        return out;
    }

    /**
     * Opens an entry.
     *
     * @throws IllegalArgumentException if it is of another form
     */
    static ByteReader opened(byte[] entry) {
        if (entry.length < 2 || entry[0] != FORM) {
            throw new IllegalArgumentException("not a story entry of form " + FORM);
        }
        ByteReader in = new ByteReader(entry);
        in.raw();
        return in;
    }

    static Stored desk(long streamTime, long nextSequence) {
        ByteWriter out = begun(DESK);
        out.signed(streamTime);
        out.varint(nextSequence);
        return new Stored(DESK_KEY, out.toBytes());
    }

    static Stored redirect(String id, String into) {
        ByteWriter out = begun(STORY);
        out.string(id);
        out.string(into);
        return new Stored(storyKey(id), out.toBytes());
    }

    static Stored story(LiveStory story) {
        ByteWriter out = begun(STORY);
        out.string(story.id());
        out.string("");
        out.string(story.central().map(LiveArticle::uri).orElse(""));
        out.varint(story.deltas.size());
        story.deltas.forEach(out::fixed);
        return new Stored(key(story), out.toBytes());
    }

    /** A stored story or redirect. */
    record StoryEntry(String id, String into, String central, List<Long> deltas) {}

    static StoryEntry story(ByteReader in) {
        String id = in.string();
        String into = in.string();
        if (!into.isEmpty()) {
            return new StoryEntry(id, into, "", List.of());
        }
        String central = in.string();
        int count = in.count(8);
        List<Long> deltas = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            deltas.add(in.fixedLong());
        }
        return new StoryEntry(id, "", central, deltas);
    }

    /** A stored article and the story that it joined, which may have merged since. */
    record ArticleEntry(LiveArticle article, String storyId) {}

    // The two parts of an instant are both written.
    @SuppressWarnings("JavaInstantGetSecondsGetNano")
    static Stored article(LiveArticle article) {
        ByteWriter out = begun(ARTICLE);
        Story.Member shown = article.shown();
        out.string(shown.uri());
        out.varint(article.sequence);
        out.signed(article.version);
        out.signed(article.time);
        out.signed(shown.publishedAt().getEpochSecond());
        out.varint(shown.publishedAt().getNano());
        out.string(shown.outlet());
        out.string(shown.headline());
        out.string(article.story().id());
        out.varint(Math.round(article.similarity() * SCALE));
        Optional<Duplicate> duplicate = article.duplicate();
        out.raw(duplicate.map(of -> KINDS.indexOf(of.kind()) + 1).orElse(0));
        duplicate.ifPresent(of -> {
            out.string(of.of());
            out.varint(Math.round(of.similarity() * SCALE));
        });
        out.varint(article.entities.size());
        for (Named entity : article.entities) {
            out.string(entity.id());
            out.string(entity.type());
            out.string(entity.name());
            out.fixed(entity.salience());
        }
        out.varint(article.topics.size());
        for (Subject topic : article.topics) {
            out.string(topic.qcode());
            out.string(topic.name());
            out.fixed(topic.score());
        }
        Profile profile = article.profile();
        terms(profile.words(), out);
        terms(profile.entities(), out);
        terms(profile.lead(), out);
        out.bytes(profile.vector());
        shingles(profile.shingles(), out);
        out.append(article.storedAccounts());
        return new Stored(key(article), out.toBytes());
    }

    static ArticleEntry article(ByteReader in, Recurring recurring) {
        String uri = in.string();
        long sequence = in.varint();
        long version = in.signed();
        long time = in.signed();
        Instant publishedAt = Instant.ofEpochSecond(in.signed(), in.varint());
        String outlet = recurring.one(in.string());
        String headline = in.string();
        String storyId = in.string();
        double similarity = in.varint() / SCALE;
        int kind = in.raw();
        Optional<Duplicate> duplicate = kind == 0
                ? Optional.empty()
                : Optional.of(new Duplicate(in.string(), KINDS.get(kind - 1), in.varint() / SCALE));
        List<Named> entities = new ArrayList<>();
        for (int left = in.count(4); left > 0; left--) {
            entities.add(new Named(
                    recurring.one(in.string()),
                    recurring.one(in.string()),
                    recurring.one(in.string()),
                    in.fixedDouble()));
        }
        List<Subject> topics = new ArrayList<>();
        for (int left = in.count(4); left > 0; left--) {
            topics.add(new Subject(recurring.one(in.string()), recurring.one(in.string()), in.fixedDouble()));
        }
        Profile profile = new Profile(terms(in), terms(in), terms(in), in.bytes(), shingles(in));
        byte[] accounts = AccountCodec.taken(in);
        Story.Member shown = new Story.Member(uri, outlet, publishedAt, headline, duplicate.map(Duplicate::of));
        LiveArticle article =
                new LiveArticle(sequence, version, time, shown, profile, entities, topics, accounts, duplicate);
        article.similarity(similarity);
        return new ArticleEntry(article, storyId);
    }

    private static void terms(Terms terms, ByteWriter out) {
        ascending(terms.terms(), out);
        for (byte weight : terms.weights()) {
            out.raw(weight);
        }
    }

    private static Terms terms(ByteReader in) {
        int[] terms = ascending(in);
        byte[] weights = new byte[terms.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) in.raw();
        }
        return Terms.of(terms, weights);
    }

    static void ascending(int[] values, ByteWriter out) {
        out.varint(values.length);
        long before = Integer.MIN_VALUE;
        for (int value : values) {
            out.varint(value - before);
            before = value;
        }
    }

    static int[] ascending(ByteReader in) {
        int[] values = new int[in.count(1)];
        long before = Integer.MIN_VALUE;
        for (int i = 0; i < values.length; i++) {
            before += in.varint();
            values[i] = (int) before;
        }
        return values;
    }

    private static void shingles(Shingles shingles, ByteWriter out) {
        out.bytes(shingles.packed());
        out.raw(shingles.level());
        out.varint(shingles.size());
        ascending(shingles.keys(), out);
        out.fixed(shingles.characters());
        out.fixed(shingles.words());
    }

    private static Shingles shingles(ByteReader in) {
        return new Shingles(in.bytes(), in.raw(), (int) in.varint(), ascending(in), in.fixedLong(), in.fixedLong());
    }
}
