package dev.dateline.enrich.amounts;

import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.sentences.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Finds amounts in an English article: annotations of kind {@code amount}. The span is the figure with its unit, what is
 * counted and its rate; a qualifier such as {@code up to} stands outside it and in the details. Left out: ages, scores,
 * years, durations, model and telephone numbers, and vague plurals such as {@code dozens}. Linear in the text.
 */
public final class AmountsEnricher implements Enricher {
    private static final Stage STAGE = new Stage("amounts", "rules-en", "2");

    @Override
    public Stage stage() {
        return STAGE;
    }

    @Override
    public Findings enrich(Enrichment soFar) {
        if (!Locale.forLanguageTag(soFar.languageTag()).getLanguage().equals("en")) {
            return Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        }
        if (soFar.sentences().isEmpty()) {
            return Findings.skipped(Incomplete.Reason.PREREQUISITE_MISSING);
        }
        Sentences sentences = soFar.sentences().orElseThrow();
        Text text = soFar.article().text();
        Words words = new Words(text, sentences);
        List<Annotation> annotations = new ArrayList<>();
        for (int sentence = 0; sentence < sentences.size(); sentence++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while reading amounts");
            }
            int first = sentences.firstTokens()[sentence];
            int end = sentences.firstTokens()[sentence + 1];
            AmountScanner scanner = new AmountScanner(words, first, end);
            for (int at = first; at < end; ) {
                Optional<Amount> found = scanner.at(at);
                if (found.isEmpty()) {
                    at++;
                    continue;
                }
                Amount amount = found.get();
                annotations.add(Annotation.of(
                        "amount",
                        text,
                        words.start(amount.from()),
                        words.end(amount.to() - 1),
                        amount.confidence(),
                        STAGE,
                        amount.details(Qualifiers.before(words, first, amount.from()))));
                at = amount.to();
            }
        }
        return Findings.NONE.withAnnotations(annotations);
    }
}
