package dev.dateline.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutletsTest {
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final Outlets outlets = new Outlets(() -> now);

    @Test
    void anOutletCountsOnceHoweverItIsWritten() {
        outlets.heardOf("Harbour Post");
        outlets.heardOf("harbour post ");
        outlets.heardOf("Evening Star");

        assertThat(outlets.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100, 1_000, 10_000, 100_000})
    void countsWithinFivePerCent(int different) {
        for (int i = 0; i < different; i++) {
            outlets.heardOf("outlet " + i);
            outlets.heardOf("outlet " + i / 2);
        }

        assertThat((double) outlets.count()).isCloseTo(different, within(0.05 * different));
    }

    @Test
    void forgetsWhatWasHeardOfBeforeTheWindow() {
        outlets.heardOf("Harbour Post");
        now = now.plus(Duration.ofMinutes(30));
        outlets.heardOf("Evening Star");
        assertThat(outlets.count()).isEqualTo(2);

        now = now.plus(Duration.ofMinutes(45));
        assertThat(outlets.count()).isEqualTo(1);

        now = now.plus(Duration.ofDays(3));
        assertThat(outlets.count()).isZero();
    }
}
