package dev.dateline.enrich.dates;

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
 * Finds dates, times and durations in an English article: annotations of kind {@code date} in ISO 8601, relative ones
 * counted from {@link dev.dateline.article.Article#publishedAt} (in UTC) where that is known. A weekday is the last one up to that day, or
 * the next where the verb looks forward. Ages and what is an amount already are left out. Linear in the text.
 */
public final class DatesEnricher implements Enricher {
    private static final Stage STAGE = new Stage("dates", "rules-en", "2");

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
        Publication published = new Publication(soFar.article().publishedAt());
        Amounts amounts = new Amounts(soFar.annotations());
        List<Annotation> annotations = new ArrayList<>();
        for (int sentence = 0; sentence < sentences.size(); sentence++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while reading dates");
            }
            int first = sentences.firstTokens()[sentence];
            int end = sentences.firstTokens()[sentence + 1];
            DateScanner scanner = new DateScanner(words, first, end, published);
            for (int at = first; at < end; ) {
                Optional<When> found = scanner.at(at);
                if (found.isEmpty() || amounts.hold(words.start(at))) {
                    at++;
                    continue;
                }
                When when = scanner.whole(found.get());
                annotations.add(Annotation.of(
                        "date", text, words.start(when.from()), words.end(when.to() - 1), 0.9, STAGE, when.details()));
                at = when.to();
            }
        }
        return Findings.NONE.withAnnotations(annotations);
    }

    /** Where amounts stand, asked in text order. */
    private static final class Amounts {
        private final List<Annotation> spans;
        private int next;

        Amounts(List<Annotation> annotations) {
            this.spans = annotations.stream()
                    .filter(annotation -> annotation.kind().equals("amount"))
                    .toList();
        }

        boolean hold(int start) {
            while (next < spans.size() && spans.get(next).end() <= start) {
                next++;
            }
            return next < spans.size() && spans.get(next).start() <= start;
        }
    }
}
