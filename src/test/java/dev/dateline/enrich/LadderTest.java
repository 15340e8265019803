package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Duration TOO_LONG = Duration.ofSeconds(40);
    private static final Duration SHORT = Duration.ofSeconds(9);
    private static final Duration BETWEEN = Duration.ofSeconds(20);

    private final Ladder ladder = new Ladder(List.of("topics", "quotes"), TOO_LONG);
    /** Any beginning will do, a negative one too. */
    private long now = Long.MIN_VALUE / 2;

    @Test
    void nothingIsLeftOutWhileArticlesDoNotWait() {
        waits(SHORT, 100);

        assertThat(ladder.skipped()).isEmpty();
    }

    @Test
    void oneMoreStageGoesEachTimeTheWaitIsTooLongAndGrows() {
        waits(Duration.ofSeconds(50), 1);
        assertThat(ladder.skipped()).containsExactly("topics");

        waits(Duration.ofSeconds(50), 9);
        assertThat(ladder.step()).as("a step has time to show what it does").isEqualTo(1);

        waits(Duration.ofSeconds(55), 10);
        assertThat(ladder.skipped()).containsExactlyInAnyOrder("topics", "quotes");

        waits(Duration.ofSeconds(60), 30);
        assertThat(ladder.step()).as("there is no third").isEqualTo(2);
    }

    @Test
    void noFurtherStageGoesWhileTheWaitGetsShorter() {
        waits(Duration.ofSeconds(90), 1);

        for (int seconds = 89; seconds > 40; seconds--) {
            waits(Duration.ofSeconds(seconds), 1);
        }

        assertThat(ladder.step()).isEqualTo(1);
    }

    @Test
    void stagesComeBackOneByOneAfterACalm() {
        waits(Duration.ofSeconds(50), 1);
        waits(Duration.ofSeconds(60), 10);
        assertThat(ladder.step()).isEqualTo(2);

        waits(SHORT, 50);
        assertThat(ladder.step()).isEqualTo(2);
        waits(SHORT, 20);
        assertThat(ladder.skipped()).containsExactly("topics");
        waits(SHORT, 70);
        assertThat(ladder.skipped()).isEmpty();
    }

    @Test
    void aWaitInBetweenBringsNothingBack() {
        waits(Duration.ofSeconds(50), 1);

        for (int minute = 0; minute < 10; minute++) {
            waits(SHORT, 40);
            waits(BETWEEN, 1);
        }

        assertThat(ladder.step()).isEqualTo(1);
    }

    /** The same wait at each of so many seconds. */
    private void waits(Duration wait, int seconds) {
        for (int second = 0; second < seconds; second++) {
            ladder.waited(wait, now);
            now += Duration.ofSeconds(1).toNanos();
        }
    }
}
