package dev.dateline.fuzz;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.wire.Outgoing;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One long article ({@code -Dfuzz.giant=1048576}: as long as an article may be) of nothing but what costs most: each stage keeps its deadline all the same. */
class GiantsTest {
    private static final int SIZE = Integer.getInteger("fuzz.giant", 1 << 17);
    /** Seven stages, each with a deadline of its own, and decoding; in CPU time, since others share the machine. */
    private static final Duration ALL_STAGES = Campaign.DEADLINE.multipliedBy(8);

    private static Service service;

    @BeforeAll
    static void load() {
        service = Service.withShippedModels();
    }

    @SuppressWarnings("ImmutableEnumChecker")
    enum Giant {
        ONE_WORD(() -> "a".repeat(SIZE)),
        ONE_NAME(() -> "A".repeat(SIZE)),
        ONE_NUMBER(() -> "9".repeat(SIZE)),
        COMMAS_AND_DIGITS(() -> "1,".repeat(SIZE / 2)),
        NAMES(() -> "Ana Ruiz ".repeat(SIZE / 9)),
        INITIALS(() -> "A. ".repeat(SIZE / 3)),
        OPENING_QUOTES(() -> "\u201C".repeat(SIZE / 3)),
        STRAIGHT_QUOTES(() -> "\\\" ".repeat(SIZE / 3)),
        SAYINGS(() -> "he said that ".repeat(SIZE / 13)),
        QUOTED_SAYINGS(() -> "\u201CYes,\u201D he said. ".repeat(SIZE / 22)),
        MONDAYS(() -> "Monday ".repeat(SIZE / 7)),
        DATES(() -> "3 March 2026 to ".repeat(SIZE / 16)),
        MONEY(() -> "$1 million ".repeat(SIZE / 11)),
        DOLLARS(() -> "$".repeat(SIZE)),
        BLANKS(() -> "a" + " ".repeat(SIZE) + "a"),
        LINES(() -> "a\\n".repeat(SIZE / 3)),
        COMBINING_MARKS(() -> "e" + "\u0301".repeat(SIZE / 2)),
        RIGHT_TO_LEFT(() -> "\u202E\u0627".repeat(SIZE / 5)),
        PAIRS(() -> "\uD83D\uDE00".repeat(SIZE / 4)),
        IDEOGRAPHS(() -> "\u5B57".repeat(SIZE / 3)),
        TAGS(() -> "<p>".repeat(SIZE / 3)),
        ATTRIBUTES(() -> "<p " + "a=b ".repeat(SIZE / 4) + ">x</p>"),
        ENTITIES(() -> "<p>" + "&amp;".repeat(SIZE / 5)),
        COMMENTS(() -> "<!-- ".repeat(SIZE / 5));

        private final Supplier<String> body;

        Giant(Supplier<String> body) {
            this.body = body;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isEnrichedWithinTheDeadlines(Giant giant) {
        byte[] article =
                ("{\"uri\":\"urn:giant\",\"language\":\"en\",\"headline\":\"The mayor of Lisbon said on Monday that it was large\",\"body\":\""
                                + giant.body.get() + "\"}")
                        .getBytes(StandardCharsets.UTF_8);

        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Outgoing> records = service.records(Service.record(article));
        Duration took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun);

        System.out.printf("%-18s %,8d ms of CPU, %d records%n", giant, took.toMillis(), records.size());
        assertThat(records).isNotEmpty();
        Attack.utf8(requireNonNull(records.get(0).value()));
        assertThat(took).isLessThan(ALL_STAGES);
    }
}
