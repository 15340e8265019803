package dev.dateline.enrich.quotes;

import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds what people said in an English article: annotations of kind {@code quote}. The span runs from the first word
 * said to the last; {@code parts} leave out what stands between. Works without entities too, but names nobody then.
 * Linear in the text.
 */
public final class QuotesEnricher implements Enricher {
    private final AttributionModel model;
    private final Stage stage;

    public QuotesEnricher(AttributionModel model) {
        this.model = model;
        this.stage = new Stage("quotes", "dateline-quotes-en", model.version());
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public Findings enrich(Enrichment soFar) {
        if (!Locale.forLanguageTag(soFar.languageTag()).getLanguage().equals("en")) {
            return Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        }
        if (soFar.sentences().isEmpty()) {
            return Findings.skipped(Incomplete.Reason.PREREQUISITE_MISSING);
        }
        Text text = soFar.article().text();
        List<Annotation> names = soFar.annotations().stream()
                .filter(annotation -> annotation.kind().equals("entity"))
                .toList();
        Reading reading = new Reading(text, soFar.sentences().orElseThrow(), names);
        List<Attribution> attributions = new AttributionFinder(reading, model).find();
        Details details = new Details(reading, soFar.entities());
        List<Annotation> annotations = new ArrayList<>();
        for (Attribution each : attributions) {
            annotations.add(Annotation.of(
                    "quote",
                    text,
                    reading.start(each.from()),
                    reading.end(each.to() - 1),
                    each.confidence(),
                    stage,
                    details.of(each)));
        }
        return Findings.NONE.withAnnotations(annotations);
    }
}
