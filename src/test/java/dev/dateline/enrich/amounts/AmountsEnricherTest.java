package dev.dateline.enrich.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.article.PubStatus;
import dev.dateline.article.Text;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.sentences.SentencesEnricher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsEnricherTest {
    /** Found by hostile input: digits, but none that a number is made of here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0661\u0662 people were killed.",
                "It cost \uFF11\uFF12 million dollars.",
                "\u096B per cent of them."
            })
    void passesOverDigitsOfOtherScripts(String text) {
        AmountsEnricher enricher = new AmountsEnricher();
        SentencesEnricher sentences = new SentencesEnricher();
        Enrichment read = Enrichment.of(Article.ofText("urn:a", text))
                .with(enricher.stage(), Findings.NONE.withLanguage(new Language("en", 1, enricher.stage())));

        assertThat(enricher.enrich(read.with(sentences.stage(), sentences.enrich(read)))
                        .annotations())
                .allSatisfy(each -> assertThat(each.exact()).matches("\\p{ASCII}*"));
    }

    private static final Optional<Instant> FRIDAY = Optional.of(Instant.parse("2018-07-13T09:00:00Z"));

    @Test
    void readsMoneyWithItsCurrencyAndQualifier() {
        assertThat(found("Ties can reach up to $50 billion, or 3m euros.", FRIDAY))
                .containsExactly(
                        "$50 billion {amountKind=money, value=50000000000, qualifier=up-to, currency=USD}",
                        "3m euros {amountKind=money, value=3000000, currency=EUR}");
    }

    @Test
    void givesARangeTheMultiplierOfItsUpperEnd() {
        assertThat(found("It is worth $4 to $10 billion.", FRIDAY))
                .containsExactly("$4 to $10 billion {amountKind=money, min=4000000000, max=10000000000, currency=USD}");
    }

    @Test
    void tellsTheDeadFromOtherCounts() {
        assertThat(found("The blast killed at least 12 people in two coastal towns.", FRIDAY))
                .containsExactly(
                        "12 people {amountKind=casualty, value=12, qualifier=at-least, casualty=killed, of=people}",
                        "two coastal towns {amountKind=count, value=2, of=coastal towns}");
    }

    @Test
    void survivesALongRunOfFigures() {
        assertThat(found("1".repeat(100_000), FRIDAY)).isEmpty();
    }

    private static List<String> found(String body, Optional<Instant> publishedAt) {
        Text text = Text.of(body);
        Article article = new Article(
                "urn:test",
                Optional.empty(),
                PubStatus.USABLE,
                text,
                List.of(),
                Optional.of("en"),
                Optional.empty(),
                publishedAt);
        SentencesEnricher sentences = new SentencesEnricher();
        Enrichment read = Enrichment.of(article);
        Language english = new Language("en", 1, sentences.stage());
        read = read.with(sentences.stage(), Findings.NONE.withLanguage(english))
                .with(sentences.stage(), sentences.enrich(read));
        return new AmountsEnricher()
                .enrich(read).annotations().stream()
                        .peek(annotation -> assertThat(annotation.holdsIn(text)).isTrue())
                        .map(annotation -> annotation.exact() + " " + annotation.details())
                        .toList();
    }
}
