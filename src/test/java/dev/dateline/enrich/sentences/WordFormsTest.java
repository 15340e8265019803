package dev.dateline.enrich.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordFormsTest {
    @Test
    void aWordMetAgainIsTheSameString() {
        String text = "Oslo lies by the sea, and Oslo is old.";

        assertThat(WordForms.of(text, 0, 4).raw())
                .isEqualTo("Oslo")
                .isSameAs(WordForms.of(text, text.lastIndexOf("Oslo"), text.lastIndexOf("Oslo") + 4)
                        .raw());
        assertThat(WordForms.of(text, 0, 4).lower()).isEqualTo("oslo");
    }

    @Test
    void wordsThatShareASlotAreNotMixedUp() {
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            String word =
                    "\u00c9" + Integer.toString(random.nextInt(40_000), 36).toUpperCase(Locale.ROOT);
            WordForms forms = WordForms.of("x" + word + "y", 1, 1 + word.length());

            assertThat(forms.raw()).isEqualTo(word);
            assertThat(forms.lower()).isEqualTo(word.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void aVeryLongWordIsNotKept() {
        String link = "https://example.org/" + "a".repeat(100);

        assertThat(WordForms.of(link, 0, link.length()).raw()).isEqualTo(link);
        assertThat(WordForms.of(link, 0, link.length())).isNotSameAs(WordForms.of(link, 0, link.length()));
    }
}
