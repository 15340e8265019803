package dev.dateline.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void offsetsCountCodePointsNotUtf16Units() {
        Text text = Text.of("a\uD83D\uDE00b\uD83D\uDE00c");

        assertThat(text.length()).isEqualTo(5);
        assertThat(text.slice(1, 3)).isEqualTo("\uD83D\uDE00b");
        assertThat(text.toCodePoint(6)).isEqualTo(4);
        assertThat(text.toUtf16(4)).isEqualTo(6);
    }

    @Test
    void agreesWithTheJdkOnEveryOffsetOfRandomText() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            StringBuilder raw = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                raw.appendCodePoint(random.nextInt(3) == 0 ? 0x1F600 + random.nextInt(40) : 'a' + random.nextInt(26));
            }
            Text text = Text.of(raw.toString());
            assertThat(text.length()).isEqualTo(raw.codePointCount(0, raw.length()));
            for (int offset = 0; offset <= text.length(); offset++) {
                int utf16 = raw.toString().offsetByCodePoints(0, offset);
                assertThat(text.toUtf16(offset)).isEqualTo(utf16);
                assertThat(text.toCodePoint(utf16)).isEqualTo(offset);
            }
        }
    }

    @Test
    void readsTellsWhatStandsBetweenTwoOffsets() {
        Text text = Text.of("a\uD83D\uDEA2b");

        assertThat(text.reads(1, 3, "\uD83D\uDEA2b")).isTrue();
        assertThat(text.reads(1, 2, "\uD83D\uDEA2b")).isFalse();
        assertThat(text.reads(0, 2, "a\uD83D\uDEA3")).isFalse();
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() {
        assertThat(Text.of("x\uD800y\uDC00").value()).isEqualTo("x\uFFFDy\uFFFD");
    }

    @Test
    void theHashIsThatOfTheUtf8Bytes() {
        assertThat(Text.of("").sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
