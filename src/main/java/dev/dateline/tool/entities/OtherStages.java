package dev.dateline.tool.entities;

import dev.dateline.article.Article;
import dev.dateline.article.Sentences;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.amounts.AmountsEnricher;
import dev.dateline.enrich.dates.DatesEnricher;
import dev.dateline.enrich.sentences.SentencesEnricher;
import dev.dateline.tool.entities.LabelledText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Money and dates as data sets mark them, from the stages that find them: the tagger leaves them to those. */
final class OtherStages {
    static final Set<String> TYPES = Set.of("date", "money");

    private static final Set<String> CALENDAR = Set.of("day", "month", "year", "decade", "century", "quarter");

    private final SentencesEnricher sentences = new SentencesEnricher();
    private final List<Enricher> stages = List.of(new AmountsEnricher(), new DatesEnricher());

    List<Span> find(LabelledText text, Sentences tokens) {
        Language english = new Language("en", 1, sentences.stage());
        Enrichment soFar = Enrichment.of(Article.ofText("urn:text:" + text.id(), text.text()))
                .with(sentences.stage(), Findings.NONE.withLanguage(english).withSentences(tokens));
        for (Enricher stage : stages) {
            soFar = soFar.with(stage.stage(), stage.enrich(soFar));
        }
        List<Span> spans = new ArrayList<>();
        for (Annotation annotation : soFar.annotations()) {
            boolean money = "money".equals(annotation.details().get("amountKind"));
            boolean date = annotation.kind().equals("date")
                    && CALENDAR.contains(String.valueOf(annotation.details().get("precision")));
            // Data sets mark Tuesday and 5 May, not yesterday and two years ago.
            boolean counted = String.valueOf(annotation.details().get("offset")).matches("[+-]?P.*");
            if (money || (date && !counted)) {
                spans.add(new Span(annotation.start(), annotation.end(), money ? "money" : "date"));
            }
        }
        return spans;
    }
}
