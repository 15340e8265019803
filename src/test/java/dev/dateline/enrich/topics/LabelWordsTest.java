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
        LabelWords.Said said =
                WORDS.saidIn(WordCounts.of("Oil and gas: the OIL price, a gas pipe, oil firms, and gas again."));

        assertThat(said.of(1)).isCloseTo(1, within(1e-9));
    }

    @Test
    void aLabelSaidInPassingCountsLess() {
        assertThat(WORDS.saidIn(WordCounts.of("Oil, and some gas.")).of(1)).isBetween(0.2, 0.5);
    }

    @Test
    void halfALabelIsNoneOfIt() {
        LabelWords.Said said = WORDS.saidIn(WordCounts.of("Talks about oil; more talks, and talks on oil."));

        assertThat(said.of(0)).isZero();
        assertThat(said.of(1)).isZero();
    }

    @Test
    void oneTalkOrSeveralIsTheSameWord() {
        assertThat(WORDS.saidIn(WordCounts.of("A talk of peace.")).of(0)).isGreaterThan(0);
    }
}
