package dev.dateline.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void writesEveryLineEndAsLineFeed() {
        assertThat(PlainText.of("a\r\nb\rc\u2028d\u2029e\u0085f\u000Bg\fh\r\n\r\ni"))
                .isEqualTo("a\nb\nc\nd\ne\nf\ng\nh\n\ni");
    }

    @Test
    void trimsBlanksAtTheEndsOfLinesAndOfTheText() {
        assertThat(PlainText.of("\n\n a  b \t\n\u00A0\n  c\u00A0\n\n")).isEqualTo("a  b\n\n  c");
    }

    @Test
    void keepsAllThatMeansSomething() {
        String meant = "<b> & &amp; \u200F\u202Bשלום\u202C n\u00A0m 👩\u200D🚀 “q” \uFFFE";

        assertThat(PlainText.of(meant)).isEqualTo(meant);
    }

    @Test
    void dropsControlsMarksAndSoftHyphens() {
        assertThat(PlainText.of("\uFEFFa\u0000b\u001Bc\u007Fd\u0090e\u00ADf")).isEqualTo("abcdef");
    }

    @Test
    void foldsAHeadlineIntoOneLine() {
        assertThat(PlainText.line("  Port\r\n reopens \u00A0 soon\t")).isEqualTo("Port reopens soon");
        assertThat(PlainText.line(" \n ")).isEmpty();
    }
}
