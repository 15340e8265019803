package dev.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelWordsTest {
    private static final LabelWords WORDS = new LabelWords(List.of(
            new Concept("medtop:1", "peace talks", 1, "medtop:0", "medtop:0", ""),
            new Concept("medtop:2", "oil and gas", 1, "medtop:0", "medtop:0", "")));

    @Test
    void aLabelSaidOftenCountsInFull() {
        double[] said =
                WORDS.saidIn(WordCounts.of("Oil and gas: the OIL price, a gas pipe, oil firms, and gas again."));

        assertThat(said[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void aLabelSaidInPassingCountsLess() {
        assertThat(WORDS.saidIn(WordCounts.of("Oil, and some gas."))[1]).isBetween(0.2, 0.5);
    }

    @Test
    void halfALabelIsNoneOfIt() {
        assertThat(WORDS.saidIn(WordCounts.of("Talks about oil; more talks, and talks on oil.")))
                .containsOnly(0.0);
    }

    @Test
    void oneTalkOrSeveralIsTheSameWord() {
        assertThat(WORDS.saidIn(WordCounts.of("A talk of peace."))[0]).isGreaterThan(0);
    }
}
