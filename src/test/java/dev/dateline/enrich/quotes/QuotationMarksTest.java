package dev.dateline.enrich.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Text;
import dev.dateline.enrich.sentences.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotationMarksTest {
    @Test
    void pairsCurlyStraightSingleAndGuillemets() {
        assertThat(pairs("\u201CYes,\u201D he said. \"No,\" she said. \u2018Maybe so.\u2019 \u00ABOui, oui.\u00BB"))
                .containsExactly("\u201CYes,\u201D", "\"No,\"", "\u2018Maybe so.\u2019", "\u00ABOui, oui.\u00BB");
    }

    @Test
    void leavesApostrophesInchesAndDecadesAlone() {
        assertThat(pairs("The boys' game in the '90s wasn't Ann's. It is 6'2\" tall and don't you forget it."))
                .isEmpty();
    }

    @Test
    void keepsAStretchWithinAnotherAsOne() {
        assertThat(pairs("\"She told me 'never again' and left,\" he said."))
                .containsExactly("\"She told me 'never again' and left,\"");
    }

    @Test
    void goesOnOverParagraphsThatOpenAgain() {
        assertThat(pairs("\u201CFirst we count.\n\n\u201CThen we pay.\u201D\n\nHe left."))
                .containsExactly("\u201CFirst we count.\n\n\u201CThen we pay.\u201D");
    }

    @Test
    void aLostMarkSpoilsNoMoreThanItsParagraph() {
        assertThat(pairs("He called it \"a fine day.\n\nThen they met. \"We won,\" she said."))
                .contains("\"We won,\"")
                .hasSize(2);
    }

    @Test
    void aMarkThatOpensAgainEndsTheStretchThatNothingClosed() {
        assertThat(pairs("\"We won, she said. \"They lost,\" he said.")).contains("\"They lost,\"");
    }

    @Test
    void readsTwoApostrophesAsOneMark() {
        assertThat(pairs("He wrote ''never again'' on the wall.")).containsExactly("''never again''");
    }

    @Test
    void survivesMarksOnly() {
        assertThat(pairs("\"".repeat(50_000))).hasSizeLessThan(50_000);
        assertThat(pairs(" 'a".repeat(50_000))).isNotNull();
        assertThat(pairs("\u2018a ".repeat(50_000))).isNotNull();
    }

    private static List<String> pairs(String body) {
        Text text = Text.of(body);
        Reading reading = new Reading(text, SentenceSplitter.split(body, "en"), List.of());
        List<String> pairs = new ArrayList<>();
        Quotations quotations = reading.quotations();
        for (int i = 0; i < quotations.size(); i++) {
            pairs.add(text.slice(
                    reading.start(quotations.get(i).from()),
                    reading.end(quotations.get(i).to() - 1)));
        }
        return pairs;
    }
}
