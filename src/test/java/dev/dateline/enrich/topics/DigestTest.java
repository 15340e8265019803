package dev.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final String OPENING = "The council met on Monday. ";

    @Test
    void aShortTextIsReadAsItIs() {
        assertThat(Digest.of(OPENING)).isEqualTo(OPENING);
    }

    @Test
    void whatALongTextSaysMostFollowsItsOpening() {
        String digest = Digest.of(OPENING + "word ".repeat(20) + "Tariffs hurt. The tariffs stay. ".repeat(10));

        assertThat(digest).startsWith("The council met on Monday.").endsWith(". tariffs hurt stay");
    }

    @Test
    void equalCountsAreRankedByTheAlphabet() {
        assertThat(Digest.of("one ".repeat(24) + "zinc apple ".repeat(30))).endsWith(". apple zinc");
    }

    @Test
    void hostileTextIsShortenedToo() {
        for (String text : List.of("", " ".repeat(100_000), "x".repeat(200_000), "a b ".repeat(50_000), "\uD83D ")) {
            assertThat(Digest.of(text).length()).isLessThanOrEqualTo(Math.max(text.length(), 1));
        }
    }
}
