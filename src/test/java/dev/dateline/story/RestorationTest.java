package dev.dateline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk that was stored and given back goes on to the byte as one that was not. */
class RestorationTest {
    private static final int STEPS = 500;
    private static final String[] WORDS = words();

    private static String[] words() {
        Random random = new Random(7);
        String[] words = new String[600];
        for (int i = 0; i < words.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int j = 0; j < 4 + i % 5; j++) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words[i] = word.toString();
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void goesOnAsIfNothingHadHappened(long seed) {
        Random random = new Random(seed);
        Settings settings = new Settings(Duration.ofHours(6), 0.4, 0.5, 20);
        Desk whole = new Desk("en", settings);
        Desk restarted = new Desk("en", settings);
        Map<String, byte[]> store = new HashMap<>();
        int merges = 0;
        int closed = 0;
        int copies = 0;
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(12) == 0) {
                restarted = restored(store, settings, random);
            }
            Instant at = Written.NOON.plusSeconds(120L * step + random.nextInt(60));
            Outcome expected;
            Outcome actual;
            if (random.nextInt(12) == 0) {
                String uri = "a" + random.nextInt(step + 1);
                expected = whole.recall(uri, Recall.KILLED, at);
                actual = restarted.recall(uri, Recall.KILLED, at);
            } else {
                StoryArticle article = article(random, step, at);
                expected = whole.join(article, at);
                actual = restarted.join(article, at);
            }
            assertThat(shown(actual)).as("step " + step).isEqualTo(shown(expected));
            actual.stored().forEach(entry -> store.put(entry.key(), entry.value()));
            actual.removed().forEach(store::remove);
            merges += count(actual, Change.Kind.MERGED);
            closed += count(actual, Change.Kind.CLOSED);
            copies += (int) actual.assignments().stream()
                    .filter(assignment -> assignment.duplicate().isPresent())
                    .count();
        }
        // The run has seen what can go wrong.
        assertThat(merges).isPositive();
        assertThat(closed).isPositive();
        assertThat(copies).isPositive();
        assertThat(store.keySet().stream().filter(key -> key.startsWith("article:")))
                .hasSize(whole.articles());
    }

    private static int count(Outcome outcome, Change.Kind kind) {
        return (int) outcome.changes().stream()
                .filter(change -> change.kind() == kind)
                .count();
    }

    private static Desk restored(Map<String, byte[]> store, Settings settings, Random random) {
        List<byte[]> entries = new ArrayList<>(store.values());
        Collections.shuffle(entries, random);
        Desk desk = new Desk("en", settings);
        entries.forEach(desk::restore);
        desk.restored();
        return desk;
    }

    private static String shown(Outcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append(outcome.assignments()).append(outcome.changes()).append(outcome.stories());
        outcome.stored()
                .forEach(entry -> text.append('\n')
                        .append(entry.key())
                        .append(' ')
                        .append(HexFormat.of().formatHex(entry.value())));
        return text.append(outcome.removed()).toString();
    }

    /** Stories are bands of words that overlap, so that some grow into one another. */
    private static StoryArticle article(Random random, int step, Instant at) {
        boolean correction = step > 5 && random.nextInt(8) == 0;
        int number = correction ? step - 1 - random.nextInt(5) : step;
        int band = (step / 40 + random.nextInt(4)) * 11 % 40 * 12;
        // Half of a story's articles use one half of its words at first.
        int half = random.nextInt(2) * 12;
        StringBuilder text = new StringBuilder(WORDS[band]).append('\n');
        boolean copy = random.nextInt(4) == 0;
        Random chooser = copy ? new Random(band) : random;
        int length = 15 + chooser.nextInt(60);
        for (int i = 0; i < length; i++) {
            int word = chooser.nextInt(5) == 0 ? chooser.nextInt(WORDS.length) : band + half + chooser.nextInt(30);
            text.append(WORDS[word % WORDS.length]).append(' ');
        }
        long version = correction ? 2 + random.nextInt(3) : 1;
        Instant published = at.minusSeconds(random.nextInt(random.nextInt(10) == 0 ? 40_000 : 900));
        Claim claim = new Claim.Casualty(
                new Claim.Span(0, 2, text.substring(0, 2), 0, 12), 10 + random.nextInt(3), 12, "", "killed", "people");
        StoryArticle plain = Written.article(
                "a" + number, version, "outlet" + random.nextInt(5), published, text.toString(), List.of(claim));
        float[] vector = new float[8];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (band * (i + 3)) % 17 - 8;
        }
        return random.nextBoolean()
                ? plain
                : new StoryArticle(
                        plain.uri(),
                        plain.version(),
                        "en",
                        published,
                        plain.outlet(),
                        plain.headline(),
                        plain.text(),
                        List.of(new Named("urn:" + band, "person", "Name " + WORDS[band + random.nextInt(2)], 0.5)),
                        plain.topics(),
                        plain.claims(),
                        java.util.Optional.of(vector));
    }

    @Test
    void refusesWhatIsNoEntry() {
        Desk desk = new Desk("en", Settings.DEFAULT);
        byte[] entry = desk.join(Written.article("a", "Post", Written.QUAKE), Written.NOON).stored().stream()
                .filter(stored -> stored.key().startsWith("article:"))
                .findFirst()
                .orElseThrow()
                .value();

        assertThatThrownBy(() -> desk.restore(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk.restore(new byte[] {99, 'A', 1})).isInstanceOf(IllegalArgumentException.class);
        for (int length = 2; length < entry.length; length += 7) {
            byte[] cut = Arrays.copyOf(entry, length);
            assertThatThrownBy(() -> desk.restore(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
