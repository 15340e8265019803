package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitorsTest {
    @Test
    void admitsTwiceTheRateAtOnceAndThenNoMore() {
        Visitors visitors = visitors("3");

        assertThat(IntStream.range(0, 100)
                        .filter(i -> visitors.admits("127.0.0.1"))
                        .count())
                .isBetween(6L, 12L);
    }

    @Test
    void countsEachAddressForItself() {
        Visitors visitors = visitors("1");
        while (visitors.admits("127.0.0.1")) {
            // Used up.
        }

        assertThat(visitors.admits("127.0.0.2")).isTrue();
    }

    @Test
    void doesNotCountWhereThereIsNoLimit() {
        Visitors visitors = visitors("0");

        assertThat(IntStream.range(0, 10_000).allMatch(i -> visitors.admits("127.0.0.1")))
                .isTrue();
    }

    @Test
    void remembersNoMoreAddressesThanItHasRoomFor() {
        Visitors visitors = visitors("1");

        assertThat(IntStream.range(0, 200_000).allMatch(i -> visitors.admits("address-" + i)))
                .isTrue();
        assertThat(visitors.remembered()).isLessThanOrEqualTo(10_000);
    }

    private static Visitors visitors(String perSecond) {
        return new Visitors(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ConsoleConfig.class)
                .withDefaultValues(Map.of("dateline.console.requests-per-second", perSecond))
                .build()
                .getConfigMapping(ConsoleConfig.class));
    }
}
