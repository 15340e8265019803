package dev.dateline.enrich.sentences;

import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Stage;

/** Finds tokens and sentences, in every language; what follows builds on them. */
public final class SentencesEnricher implements Enricher {
    private static final Stage STAGE = new Stage("sentences", "rules", "1");

    @Override
    public Stage stage() {
        return STAGE;
    }

    @Override
    public Findings enrich(Enrichment soFar) {
        return Findings.NONE.withSentences(
                SentenceSplitter.split(soFar.article().text().value(), soFar.languageTag()));
    }
}
