package dev.dateline.tool.stories;

import dev.dateline.story.Claim;
import dev.dateline.story.Named;
import dev.dateline.story.StoryArticle;
import dev.dateline.story.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A made-up stream: stories are born all the time, burst and decay; most have one article, a few very many; one article
 * in eight copies another. Its words follow Zipf's law, each story has some of its own. New words come as they did in
 * Reuters' RCV1, by Heaps' law with k = 44 and b = 0.49 (Manning, Raghavan and Schuetze, Introduction to Information
 * Retrieval, 5.1.1), after a stock that is there from the start; each is first used by a new story. The same seed gives
 * the same.
 */
public final class MadeUpNews {
    private static final int STOCK = 50_000;
    private static final double HEAPS_K = 44;
    private static final double HEAPS_B = 0.49;
    private static final int LEAST_WORDS = 80;
    private static final int MORE_WORDS = 320;
    private static final int OWN_WORDS = 40;
    /** In characters; four of them are shorter than any text. */
    private static final int SENTENCE = 100;

    private static final int CLAIM = 12;
    private static final int OUTLETS = 400;
    private static final String[] SYLLABLES =
            "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xa yo zu bra cle dri flo gru".split(" ", -1);

    private final Random random;
    private final List<String> vocabulary = new ArrayList<>();
    private final List<Topic> running = new ArrayList<>();
    private int made;
    private long written;

    /** A story under way: how many articles are still to come, and what they are made of. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Topic(int number, int[] left, int[] words, List<String> copied) {}

    public MadeUpNews(long seed) {
        random = new Random(seed);
        while (vocabulary.size() < STOCK) {
            coin();
        }
    }

    private int coin() {
        StringBuilder word = new StringBuilder();
        for (int rest = vocabulary.size() + 30; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        vocabulary.add(word.toString());
        return vocabulary.size() - 1;
    }

    /** Different words that the stream can use so far. */
    int words() {
        return vocabulary.size();
    }

    public StoryArticle next(Instant publishedAt) {
        while (running.size() < 40 || random.nextInt(3) == 0) {
            running.add(born());
        }
        int at = random.nextInt(running.size());
        Topic topic = running.get(at);
        topic.left()[0]--;
        if (topic.left()[0] == 0) {
            running.set(at, running.get(running.size() - 1));
            running.remove(running.size() - 1);
        }
        String text = random.nextInt(8) == 0 && !topic.copied().isEmpty()
                ? edited(topic.copied().get(0))
                : text(topic);
        if (topic.copied().isEmpty()) {
            topic.copied().add(text);
        }
        String headline = text.substring(0, text.indexOf('\n'));
        made++;
        return new StoryArticle(
                "urn:made-up:article:" + made,
                1,
                "en",
                publishedAt,
                "Outlet " + random.nextInt(OUTLETS),
                headline,
                text,
                entities(topic),
                List.of(new Subject("medtop:20000" + topic.number() % 900, "subject", 0.5)),
                claims(text),
                Optional.empty());
    }

    private Topic born() {
        // Sizes fall off as a power: half of the stories have one article, one in a thousand has hundreds.
        int size = (int) Math.min(600, 1 / Math.pow(1 - random.nextDouble(), 0.95));
        int[] words = new int[OWN_WORDS];
        double due = HEAPS_K * Math.pow((double) written, HEAPS_B);
        for (int i = 0; i < OWN_WORDS; i++) {
            words[i] = vocabulary.size() < due ? coin() : 300 + random.nextInt(vocabulary.size() - 300);
        }
        return new Topic(made + running.size() * 7, new int[] {size}, words, new ArrayList<>());
    }

    private String text(Topic topic) {
        StringBuilder text = new StringBuilder();
        int length = LEAST_WORDS + random.nextInt(MORE_WORDS);
        written += length;
        for (int i = 0; i < length; i++) {
            boolean own = random.nextInt(4) == 0;
            int word = own ? topic.words()[zipf(OWN_WORDS)] : zipf(vocabulary.size());
            text.append(vocabulary.get(word)).append(i == 8 ? "\n\n" : " ");
        }
        return text.toString();
    }

    private String edited(String text) {
        StringBuilder copy = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            copy.append(random.nextInt(20) == 0 ? vocabulary.get(zipf(vocabulary.size())) : word)
                    .append(' ');
        }
        return copy.indexOf("\n") < 0 ? copy.insert(20, "\n\n").toString() : copy.toString();
    }

    /** Four, each in a sentence of its own. */
    private List<Claim> claims(String text) {
        return List.of(
                new Claim.Casualty(span(text, 0), random.nextInt(9), 9, "", "killed", "people"),
                new Claim.Amount(span(text, 1), "money", random.nextInt(90), 90, "up-to", "", "USD", ""),
                new Claim.Statement(span(text, 2), "urn:dateline:person:speaker", "report", false),
                new Claim.Date(span(text, 3), "2026-01-0" + (1 + random.nextInt(9)), "day"));
    }

    private static Claim.Span span(String text, int sentence) {
        int start = sentence * SENTENCE + SENTENCE / 2;
        return new Claim.Span(
                start,
                start + CLAIM,
                text.substring(start, start + CLAIM),
                sentence * SENTENCE,
                (sentence + 1) * SENTENCE);
    }

    private List<Named> entities(Topic topic) {
        List<Named> entities = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int word = i < 4 ? topic.words()[i] : random.nextInt(2000);
            String name = vocabulary.get(word) + " " + vocabulary.get((word + 17) % STOCK);
            entities.add(new Named("urn:dateline:person:" + name.replace(' ', '-'), "person", name, 0.6 - 0.1 * i));
        }
        return entities;
    }

    private int zipf(int most) {
        return (int) Math.min(most - 1, Math.pow(most, random.nextDouble()) - 1);
    }
}
