package dev.dateline.enrich.dates;

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

class DatesEnricherTest {
    private static final Optional<Instant> FRIDAY = Optional.of(Instant.parse("2018-07-13T09:00:00Z"));

    @Test
    void takesTheLastWeekdayUnlessTheVerbLooksForward() {
        assertThat(found("They met on Thursday and will meet again on Monday.", FRIDAY))
                .containsExactly(
                        "Thursday {value=2018-07-12, precision=day}", "Monday {value=2018-07-16, precision=day}");
    }

    @Test
    void leavesADateRelativeWithoutAPublicationTime() {
        assertThat(found("It closed last week.", Optional.empty()))
                .containsExactly("last week {precision=week, relative=true, offset=P-1W}");
    }

    @Test
    void readsDatesYearsAndDurations() {
        assertThat(found("On July 12, 2018, a three-day visit recalled the 2015 accord.", FRIDAY))
                .containsExactly(
                        "July 12, 2018 {value=2018-07-12, precision=day}",
                        "three-day {value=P3D, precision=day}",
                        "2015 {value=2015, precision=year}");
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
        return new DatesEnricher()
                .enrich(read).annotations().stream()
                        .peek(annotation -> assertThat(annotation.holdsIn(text)).isTrue())
                        .map(annotation -> annotation.exact() + " " + annotation.details())
                        .toList();
    }
}
