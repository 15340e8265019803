package dev.dateline.tool.quotes;

import dev.dateline.article.Article;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.entities.EntitiesEnricher;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.quotes.Reading;
import dev.dateline.enrich.sentences.SentencesEnricher;
import java.io.IOException;
import java.util.List;

/** Texts as the model of quotations reads them. */
final class Readings {
    private final SentencesEnricher sentences = new SentencesEnricher();
    private final EntitiesEnricher entities;

    Readings() throws IOException {
        this.entities = new EntitiesEnricher(ShippedModel.read());
    }

    Reading of(QuotedText text) {
        Language english = new Language("en", 1, sentences.stage());
        Enrichment soFar = Enrichment.of(Article.ofText("urn:text:" + text.id(), text.text()))
                .with(sentences.stage(), Findings.NONE.withLanguage(english));
        soFar = soFar.with(sentences.stage(), sentences.enrich(soFar));
        soFar = soFar.with(entities.stage(), entities.enrich(soFar));
        List<Annotation> names = soFar.annotations();
        return new Reading(soFar.article().text(), soFar.sentences().orElseThrow(), names);
    }
}
