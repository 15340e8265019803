package dev.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.Topic;
import dev.dateline.enrich.topics.encoder.Encoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicEnricherTest {
    private static final TopicEnricher TOPICS = new TopicEnricher(Encoder.open(64), TopicEnricher.DEFAULT_LANGUAGES);
    private static final Stage LANGUAGE = new Stage("language", "test", "1");

    private static Findings found(String language, String text) {
        Enrichment soFar = Enrichment.of(Article.ofText("urn:a", text));
        return TOPICS.enrich(soFar.with(LANGUAGE, Findings.NONE.withLanguage(new Language(language, 1, LANGUAGE))));
    }

    @Test
    void aTennisMatchIsSport() {
        List<Topic> topics = found(
                        "en",
                        "The second seed won the women's singles final in straight sets, saving three break points.")
                .topics();

        assertThat(topics.get(0).code()).isEqualTo("medtop:15000000");
    }

    @Test
    void givesAtMostThreeSubjectsAndFiveFinerTopicsUnderThem() {
        List<Topic> topics = found(
                        "en",
                        "The central bank raised interest rates as ministers argued over the budget and unions"
                                + " threatened a strike at hospitals.")
                .topics();

        List<String> subjects =
                topics.stream().filter(t -> t.level() == 0).map(Topic::code).toList();
        assertThat(subjects).hasSizeBetween(1, 3);
        assertThat(topics.stream().filter(t -> t.level() > 0)).hasSizeBetween(1, 5);
        assertThat(topics).allSatisfy(topic -> assertThat(topic.top()).isIn(subjects));
        assertThat(topics).allSatisfy(topic -> assertThat(topic.score()).isBetween(0.0, 1.0));
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
}
