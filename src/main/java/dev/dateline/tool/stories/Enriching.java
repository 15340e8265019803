package dev.dateline.tool.stories;

import dev.dateline.article.Article;
import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.amounts.AmountsEnricher;
import dev.dateline.enrich.dates.DatesEnricher;
import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.entities.EntitiesEnricher;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.ShippedKnowledge;
import dev.dateline.enrich.language.LanguageEnricher;
import dev.dateline.enrich.quotes.QuotesEnricher;
import dev.dateline.enrich.quotes.ShippedAttributions;
import dev.dateline.enrich.sentences.SentencesEnricher;
import dev.dateline.story.Claim;
import dev.dateline.story.Named;
import dev.dateline.story.StoryArticle;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Enriches articles as the service does, without topics, which no story depends on, and without deadlines.
 *
 * @param encoder for vectors; absent: none
 */
record Enriching(List<Enricher> enrichers, Optional<Encoder> encoder) implements AutoCloseable {

    /** @param vectorTokens how much of a text makes its vector; 0 for no vectors */
    static Enriching open(int vectorTokens) throws IOException {
        KnowledgeBase knowledge = ShippedKnowledge.read();
        return new Enriching(
                List.of(
                        new LanguageEnricher(LanguageEnricher.DEFAULT_LANGUAGES),
                        new SentencesEnricher(),
                        new EntitiesEnricher(ShippedModel.readOr(Optional.empty()), () -> knowledge),
                        new AmountsEnricher(),
                        new DatesEnricher(),
                        new QuotesEnricher(ShippedAttributions.read())),
                vectorTokens > 0 ? Optional.of(Encoder.open(vectorTokens)) : Optional.empty());
    }

    /** An article of an outlet of its own name. */
    StoryArticle article(ArticleLine line, Instant publishedAt) {
        Article plain = Article.ofText(line.id(), line.text());
        Enrichment found = Enrichment.of(new Article(
                plain.uri(),
                plain.version(),
                plain.pubStatus(),
                plain.text(),
                plain.parts(),
                line.language(),
                plain.outlet(),
                Optional.of(publishedAt)));
        for (Enricher enricher : enrichers) {
            found = found.with(enricher.stage(), enricher.enrich(found));
        }
        return new StoryArticle(
                line.id(),
                1,
                line.language().orElse(found.languageTag()),
                publishedAt,
                line.id(),
                "",
                line.text(),
                found.entities().stream()
                        .map(entity -> new Named(entity.id(), entity.type(), entity.name(), entity.salience()))
                        .toList(),
                List.of(),
                claims(found),
                encoder.map(model -> model.embed(line.text())));
    }

    private static List<Claim> claims(Enrichment found) {
        List<Claim> claims = new ArrayList<>();
        Text text = found.article().text();
        Sentences sentences = found.sentences().orElse(new Sentences(new int[0], new int[0], new int[] {0}));
        int sentence = 0;
        List<Annotation> inOrder = found.annotations().stream()
                .sorted((one, other) -> Integer.compare(one.start(), other.start()))
                .toList();
        for (Annotation annotation : inOrder) {
            while (sentence + 1 < sentences.size()
                    && text.toCodePoint(sentences.start(sentence + 1)) <= annotation.start()) {
                sentence++;
            }
            int start = sentences.size() == 0 ? 0 : text.toCodePoint(sentences.start(sentence));
            int end = sentences.size() == 0 ? text.length() : text.toCodePoint(sentences.end(sentence));
            Claim.Span span = new Claim.Span(annotation.start(), annotation.end(), annotation.exact(), start, end);
            Claim.of(annotation.kind(), span, annotation.details()).ifPresent(claims::add);
        }
        return claims;
    }

    @Override
    public void close() {
        encoder.ifPresent(Encoder::close);
    }
}
