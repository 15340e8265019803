package dev.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.Topic;
import dev.dateline.enrich.encoder.Encoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicEnricherTest {
    private static final TopicEnricher TOPICS = new TopicEnricher(Encoder.open(Encoder.DEFAULT_TOKENS));
    private static final Stage LANGUAGE = new Stage("language", "test", "1");

    private static Findings found(String language, String text) {
        Enrichment soFar = Enrichment.of(Article.ofText("urn:a", text));
        return TOPICS.enrich(soFar.with(LANGUAGE, Findings.NONE.withLanguage(new Language(language, 1, LANGUAGE))));
    }

    @Test
    void aTennisMatchIsSportAndTennis() {
        List<Topic> topics = found(
                        "en",
                        "The second seed won the women's singles final in straight sets, saving three break points.")
                .topics();

        assertThat(topics.get(0).code()).isEqualTo("medtop:15000000");
        assertThat(topics).anySatisfy(topic -> assertThat(topic.label()).isEqualTo("tennis"));
    }

    @Test
    void givesAtMostThreeSubjectsThenEightFinerTopics() {
        List<Topic> topics = found(
                        "en",
                        "The central bank raised interest rates as ministers argued over the budget and unions"
                                + " threatened a strike at hospitals.")
                .topics();

        assertThat(topics.stream().filter(topic -> topic.level() == 0)).hasSizeBetween(1, 3);
        assertThat(topics.stream().filter(topic -> topic.level() > 0)).hasSizeBetween(1, 8);
        assertThat(topics).extracting(Topic::level).first().isEqualTo(0);
        assertThat(topics).allSatisfy(topic -> assertThat(topic.score()).isBetween(0.15, 1.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15000000 | The striker's shot in the last minute won a war of nerves, and the captain thanked the fans.",
                "15000000 | The centre court crowd rose as she served out the match.",
                "01000000 | Shooting starts next week on a film about a strike in a war-time shipyard, with two Oscar winners.",
                "13000000 | The company put out a new version of its web browser, which blocks pop-ups and is safer.",
                "04000000 | The software company's quarterly profit fell, and its shares lost a tenth of their value.",
                "09000000 | Bus drivers will strike on Monday after their union rejected a pay offer.",
                "02000000 | The court sentenced the former footballer to two years in prison for fraud.",
                "16000000 | A bomb exploded near a market, killing nine people, and rebels claimed the attack.",
            })
    void wordsThatMisleadDoNot(String code, String text) {
        assertThat(TOPICS.topicsOf(text).get(0).code()).isEqualTo("medtop:" + code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lorem ipsum dolor sit amet.",
                "Stir a kilo of umbrellas into the stairs, add nine whispers and bake the carpet until it sings.",
                "int sum(int[] values) { int total = 0; for (int v : values) { total += v; } return total; }",
                "Accept all cookies. Manage preferences. Terms of use. All rights reserved. Log in to continue reading.",
                "eggs, candles, batteries, tape, two onions, light bulbs, a card for Nan, bin bags",
            })
    void aTextAboutNothingIsNotForced(String text) {
        assertThat(TOPICS.topicsOf(text)).isEmpty();
    }

    @Test
    void aSecondSubjectIsFoundBesideTheMainOne() {
        assertThat(TOPICS.topicsOf(
                        "The striker was sentenced to prison for match fixing after the court heard that he had"
                                + " taken money to lose two league games."))
                .extracting(Topic::code)
                .contains("medtop:15000000", "medtop:02000000");
    }

    @Test
    void readsARegionalKindOfItsLanguage() {
        assertThat(found("en-GB", "The striker scored a late winner in the cup final.")
                        .topics())
                .isNotEmpty();
    }

    @Test
    void skipsALanguageTheEncoderCannotRead() {
        Findings findings = found("de", "Der Stadtrat hat nach zwei Jahren Streit das neue Fährterminal genehmigt.");

        assertThat(findings.topics()).isEmpty();
        assertThat(findings.skipped()).contains(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
    }

    @Test
    void theSameTextGetsTheSameTopics() {
        String text = "Flood water cut off three villages after a week of rain.";

        assertThat(found("en", text)).isEqualTo(found("en", text));
    }

    @Test
    void theVectorIsFoundOnlyWhenAskedFor() {
        TopicEnricher asked = new TopicEnricher(Encoder.open(Encoder.DEFAULT_TOKENS), TopicEnricher.shipped(), true);
        Enrichment soFar = Enrichment.of(Article.ofText("urn:a", "Flood water cut off three villages."))
                .with(LANGUAGE, Findings.NONE.withLanguage(new Language("en", 1, LANGUAGE)));

        assertThat(TOPICS.enrich(soFar).vector()).isEmpty();
        assertThat(asked.enrich(soFar).vector())
                .hasValueSatisfying(vector -> assertThat(vector.components())
                        .hasSize(384)
                        .satisfies(bytes -> assertThat(max(bytes)).isEqualTo(127)));
    }

    private static int max(byte[] bytes) {
        int max = 0;
        for (byte x : bytes) {
            max = Math.max(max, Math.abs(x));
        }
        return max;
    }
}
