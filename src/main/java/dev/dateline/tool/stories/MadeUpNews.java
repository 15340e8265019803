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
 * in eight copies another. Its words follow Zipf's law, each story has some of its own. The same seed gives the same.
 */
final class MadeUpNews {
    private static final int VOCABULARY = 60_000;
    private static final int LEAST_WORDS = 80;
    private static final int MORE_WORDS = 320;
    private static final int OWN_WORDS = 40;
    private static final int OUTLETS = 400;
    private static final String[] SYLLABLES =
            "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xa yo zu bra cle dri flo gru".split(" ", -1);

    private final Random random;
    private final String[] vocabulary = new String[VOCABULARY];
    private final List<Topic> running = new ArrayList<>();
    private int made;

    /** A story under way: how many articles are still to come, and what they are made of. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Topic(int number, int[] left, int[] words, List<String> copied) {}

    MadeUpNews(long seed) {
        random = new Random(seed);
        for (int i = 0; i < VOCABULARY; i++) {
            StringBuilder word = new StringBuilder();
            for (int rest = i + 30; rest > 0; rest /= SYLLABLES.length) {
                word.append(SYLLABLES[rest % SYLLABLES.length]);
            }
            vocabulary[i] = word.toString();
        }
    }

    StoryArticle next(Instant publishedAt) {
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
        Claim claim = new Claim.Casualty(
                new Claim.Span(0, 4, text.substring(0, 4), 0, headline.length()),
                random.nextInt(9),
                9,
                "",
                "killed",
                "people");
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
                List.of(claim),
                Optional.empty());
    }

    private Topic born() {
        // Sizes fall off as a power: half of the stories have one article, one in a thousand has hundreds.
        int size = (int) Math.min(600, 1 / Math.pow(1 - random.nextDouble(), 0.95));
        int[] words = new int[OWN_WORDS];
        for (int i = 0; i < OWN_WORDS; i++) {
            words[i] = 300 + random.nextInt(VOCABULARY - 300);
        }
        return new Topic(made + running.size() * 7, new int[] {size}, words, new ArrayList<>());
    }

    private String text(Topic topic) {
        StringBuilder text = new StringBuilder();
        int length = LEAST_WORDS + random.nextInt(MORE_WORDS);
        for (int i = 0; i < length; i++) {
            boolean own = random.nextInt(4) == 0;
            String word = own ? vocabulary[topic.words()[zipf(OWN_WORDS)]] : vocabulary[zipf(VOCABULARY)];
            text.append(word).append(i == 8 ? "\n\n" : " ");
        }
        return text.toString();
    }

    private String edited(String text) {
        StringBuilder copy = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            copy.append(random.nextInt(20) == 0 ? vocabulary[zipf(VOCABULARY)] : word)
                    .append(' ');
        }
        return copy.indexOf("\n") < 0 ? copy.insert(20, "\n\n").toString() : copy.toString();
    }

    private List<Named> entities(Topic topic) {
        List<Named> entities = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int word = i < 4 ? topic.words()[i] : random.nextInt(2000);
            String name = vocabulary[word] + " " + vocabulary[(word + 17) % VOCABULARY];
            entities.add(new Named("urn:dateline:person:" + name.replace(' ', '-'), "person", name, 0.6 - 0.1 * i));
        }
        return entities;
    }

    private int zipf(int most) {
        return (int) Math.min(most - 1, Math.pow(most, random.nextDouble()) - 1);
    }
}
