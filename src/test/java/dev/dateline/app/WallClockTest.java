package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WallClockTest {
    private long millis = 1_800_000_000_000L;
    private long steadyNanos = -7_000_000;
    private final WallClock clock = new WallClock(() -> millis, () -> steadyNanos);

    @Test
    void aClockThatGoesOnOrIsSetForwardIsFine() {
        pass(Duration.ofHours(1), Duration.ofHours(1));
        assertThat(clock.setBack()).isZero();
        pass(Duration.ofSeconds(1), Duration.ofDays(1));
        assertThat(clock.setBack()).isZero();
    }

    @Test
    void stepsOfAFewSecondsAreTolerated() {
        pass(Duration.ofSeconds(10), Duration.ofSeconds(6));
        assertThat(clock.setBack()).isZero();
    }

    @Test
    void aClockSetBackIsSeenThoughTimeHasPassedSince() {
        pass(Duration.ofMinutes(2), Duration.ofMinutes(-58));
        assertThat(clock.setBack()).isEqualTo(Duration.ofHours(1));
        pass(Duration.ofMinutes(5), Duration.ofMinutes(5));
        assertThat(clock.setBack()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void settingItRightAfterItWasAheadIsSettingItBack() {
        pass(Duration.ofSeconds(1), Duration.ofDays(1));
        assertThat(clock.setBack()).isZero();
        pass(Duration.ofSeconds(1), Duration.ofDays(-1));
        assertThat(clock.setBack()).isGreaterThan(Duration.ofDays(1));
    }

    private void pass(Duration really, Duration shown) {
        steadyNanos += really.toNanos();
        millis += shown.toMillis();
    }
}
