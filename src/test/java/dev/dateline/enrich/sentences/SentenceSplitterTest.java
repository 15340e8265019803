package dev.dateline.enrich.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.article.Sentences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    @Test
    void keepsAcronymsInitialsAndFiguresWhole() {
        assertThat(tokens("U.S. envoy J. Smith paid 1,000.50 to AT&T."))
                .containsExactly("U.S.", "envoy", "J.", "Smith", "paid", "1,000.50", "to", "AT&T", ".");
    }

    @Test
    void cutsWhereANameMayEnd() {
        assertThat(tokens("Iran's Tehran-based (IRNA) O'Brien don't"))
                .containsExactly("Iran", "'s", "Tehran", "-", "based", "(", "IRNA", ")", "O'Brien", "don", "'t");
    }

    @Test
    void keepsAWebAddressWholeButNotTheFullStopAfterIt() {
        assertThat(tokens("See https://news.example/a?b=1, or www.example.org."))
                .containsExactly("See", "https://news.example/a?b=1", ",", "or", "www.example.org", ".");
    }

    @Test
    void skipsMarksThatShowNothing() {
        assertThat(tokens("\uFEFFTehran\u200B \u00A0 said")).containsExactly("Tehran", "said");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mr. Brown met Gen. Mladenov.",
                "The U.S. Congress voted.",
                "J. R. Smith left.",
                "It cost 3.5 billion.",
                "Acme Inc. and Bell Corp. merged.",
                "He asked \"Why?\" and left.",
                "“We won.” she said.",
                "Le procès de M. Dupont s'est ouvert.",
                "El Sr. García llegó tarde.",
                "Президент В. В. Иванов приехал."
            })
    void staysInOneSentence(String text) {
        assertThat(sentences(text, "en")).containsExactly(text);
    }

    @Test
    void endsSentencesAtTheirMarks() {
        assertThat(sentences("It rained. \"Did it?\" he asked! She left… Then it snowed.", "en"))
                .containsExactly("It rained.", "\"Did it?\" he asked!", "She left…", "Then it snowed.");
    }

    @Test
    void endsASentenceAfterAnAcronymWhereTheNextWordOpensOne() {
        assertThat(sentences("They live in the U.S. The law changed.", "en"))
                .containsExactly("They live in the U.S.", "The law changed.");
    }

    @Test
    void splitsOtherLanguages() {
        assertThat(sentences("Er kam am 3. Oktober. Dann ging er.", "de"))
                .containsExactly("Er kam am 3. Oktober.", "Dann ging er.");
        assertThat(sentences("«C'est fini.» Il est parti.", "fr")).containsExactly("«C'est fini.»", "Il est parti.");
        assertThat(sentences("¿Qué pasó? Nadie sabe.", "es")).containsExactly("¿Qué pasó?", "Nadie sabe.");
        assertThat(sentences("Он приехал. Все ушли.", "ru")).containsExactly("Он приехал.", "Все ушли.");
        assertThat(sentences("هل وصل؟ نعم وصل.", "ar")).containsExactly("هل وصل؟", "نعم وصل.");
        assertThat(sentences("他来了。“真的？”她走了！", "zh")).containsExactly("他来了。", "“真的？”", "她走了！");
        assertThat(sentences("雨が降った。雪も降った。", "ja")).containsExactly("雨が降った。", "雪も降った。");
    }

    @Test
    void endsASentenceWithItsParagraph() {
        assertThat(sentences("Bilateral Ties\nThe two met.\n\nready to leave", "en"))
                .containsExactly("Bilateral Ties", "The two met.", "ready to leave");
    }

    @Test
    void readsOnOverTheLineBreaksOfAWrappedText() {
        String line = "The committee that was set up in the spring to look at the";
        String text = String.join("\n", List.of(line, line, line, line, line, line + " end."));
        assertThat(sentences(text, "en")).containsExactly(text);
    }

    @Test
    void findsNothingInNothing() {
        Sentences none = SentenceSplitter.split(" \n\t", "en");
        assertThat(none.size()).isZero();
        assertThat(none.tokens()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", ".", "'", "\"", "A.", "(", "a'", "1,", "\n", "\u0301", "-", "http://", "’s", "中", "😀"})
    void takesTimeInTheLengthOfAHostileText(String unit) {
        String text = unit.repeat((1 << 20) / unit.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SentenceSplitter.split(text, "en"));
    }

    @Test
    void givesOrderedTokensThatCoverAllThatShows() {
        Random random = new Random(7);
        String signs = "aB1 .,'’-\n\"()!?中é\u0301😀¿\u200D٣ي…_@&:";
        int[] points = signs.codePoints().toArray();
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            Sentences split = SentenceSplitter.split(text.toString(), "en");
            int at = 0;
            for (int i = 0; i < split.tokens(); i++) {
                assertThat(text.substring(at, split.tokenStarts()[i]))
                        .as("gap in %s", text)
                        .matches("[\\s\u200D]*");
                assertThat(split.tokenEnds()[i]).isGreaterThan(split.tokenStarts()[i]);
                assertThat(Character.isLowSurrogate(text.charAt(split.tokenStarts()[i])))
                        .isFalse();
                at = split.tokenEnds()[i];
            }
            assertThat(text.substring(at)).matches("[\\s\u200D]*");
            for (int s = 0; s < split.size(); s++) {
                assertThat(split.firstTokens()[s]).isLessThan(split.firstTokens()[s + 1]);
            }
        }
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> SentenceSplitter.split("One. Two.", "en"))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    private static List<String> tokens(String text) {
        Sentences split = SentenceSplitter.split(text, "en");
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < split.tokens(); i++) {
            tokens.add(text.substring(split.tokenStarts()[i], split.tokenEnds()[i]));
        }
        return tokens;
    }

    private static List<String> sentences(String text, String language) {
        Sentences split = SentenceSplitter.split(text, language);
        List<String> sentences = new ArrayList<>();
        for (int s = 0; s < split.size(); s++) {
            sentences.add(text.substring(split.start(s), split.end(s)));
        }
        return sentences;
    }
}
