package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.article.Article;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete.Reason;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.sentences.SentencesEnricher;
import dev.dateline.tool.entities.TinyModel;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class EntitiesEnricherTest {
    private static final EntitiesEnricher ENRICHER = new EntitiesEnricher(TinyModel.trained());
    private static final String TEXT = "😀 Mr Hugo Stein lives in Dorvan. The town of Dorvan is small.";

    @Test
    void citesMentionsInCodePoints() {
        Enrichment read = read(TEXT, "en");
        Findings findings = ENRICHER.enrich(read);
        assertThat(findings.annotations())
                .extracting(Annotation::exact)
                .containsExactly("Hugo Stein", "Dorvan", "Dorvan");
        assertThat(findings.annotations())
                .allMatch(each -> each.holdsIn(read.article().text()));
        assertThat(findings.annotations().get(0).details())
                .containsEntry("type", "person")
                .containsEntry("entity", "urn:dateline:person:hugo-stein");
    }

    @Test
    void gathersMentionsIntoEntities() {
        Findings findings = ENRICHER.enrich(read(TEXT, "en-GB"));
        assertThat(findings.entities())
                .extracting(Entity::id)
                .containsExactly("urn:dateline:person:hugo-stein", "urn:dateline:location:dorvan");
        Entity place = findings.entities().get(1);
        assertThat(place.mentions())
                .containsExactly(
                        findings.annotations().get(1).id(),
                        findings.annotations().get(2).id());
        assertThat(place.salience()).isBetween(0.6, 1.0);
    }

    @Test
    void saysTheSameEveryTime() {
        assertThat(ENRICHER.enrich(read(TEXT, "en"))).isEqualTo(ENRICHER.enrich(read(TEXT, "en")));
    }

    @Test
    void skipsOtherLanguagesWithoutAKnowledgeBase() {
        assertThat(ENRICHER.enrich(read(TEXT, "de")).skipped()).contains(Reason.LANGUAGE_UNSUPPORTED);
        assertThat(ENRICHER.enrich(read(TEXT, "und")).skipped()).contains(Reason.LANGUAGE_UNSUPPORTED);
        assertThat(ENRICHER.enrich(read(TEXT, "no such tag!")).skipped()).contains(Reason.LANGUAGE_UNSUPPORTED);
    }

    @Test
    void needsSentences() {
        Enrichment unsplit = Enrichment.of(Article.ofText("urn:a", TEXT)).with(stage(), english());
        assertThat(ENRICHER.enrich(unsplit).skipped()).contains(Reason.PREREQUISITE_MISSING);
    }

    @Test
    void findsNothingInATextWithoutWords() {
        assertThat(ENRICHER.enrich(read("\u200B \n", "en")).entities()).isEmpty();
    }

    @Test
    void takesAMebibyteOfNoise() {
        List<String> noise = List.of("(", "A.", "Xx ", "a", "'", "\uD83D\uDE00", "(AB)");
        for (String unit : noise) {
            Enrichment read = read(unit.repeat((1 << 20) / unit.length()), "en");
            assertThat(ENRICHER.enrich(read).skipped()).isEmpty();
        }
    }

    @Test
    void stopsWhenInterrupted() {
        Enrichment read = read(TEXT, "en");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> ENRICHER.enrich(read)).isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    private static Stage stage() {
        return new Stage("language", "test", "1");
    }

    private static Findings english() {
        return Findings.NONE.withLanguage(new Language("en", 1, stage()));
    }

    private static Enrichment read(String text, String language) {
        SentencesEnricher sentences = new SentencesEnricher();
        Enrichment read = Enrichment.of(Article.ofText("urn:a", text))
                .with(stage(), Findings.NONE.withLanguage(new Language(language, 1, stage())));
        return read.with(sentences.stage(), sentences.enrich(read));
    }
}
