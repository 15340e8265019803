package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SalienceTest {
    @Test
    void isOneForTheMostMentionedEntityOfTheHeadline() {
        assertThat(Salience.of(7, 7, 0, true)).isCloseTo(1, within(1e-9));
    }

    @Test
    void growsWithMentionsAndFallsWithDistance() {
        assertThat(Salience.of(3, 6, 0.2, false)).isGreaterThan(Salience.of(2, 6, 0.2, false));
        assertThat(Salience.of(3, 6, 0.2, false)).isGreaterThan(Salience.of(3, 6, 0.9, false));
        assertThat(Salience.of(1, 100, 1, false)).isBetween(0.0, 0.01);
    }
}
