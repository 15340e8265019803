package dev.dateline.wire;

import static dev.dateline.wire.Records.usable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.article.Article;
import dev.dateline.article.Sentences;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Coordinates;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Link;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An article with one finding of each kind, and the records it becomes. */
final class Enriched {
    static final EnrichedEncoder ENCODER =
            new EnrichedEncoder(URI.create("/dateline/test"), URI.create("https://news.example/schemas/"));
    static final Stage STAGE = new Stage("entities", "by-hand", "1");
    /** "Ana" stands at 0-3 and again at 18-21; the emoji makes code points and UTF-16 differ after it. */
    static final String ARTICLE =
            "{'uri':'urn:a:1','version':'2','headline':'Ana 😀 sails','body':'\\u00c9 d\\u00e9part. Ana left Oslo for 5 km.',"
                    + "'outlet':'The Harbour','publishedAt':'2026-03-01T10:00:00Z'}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Enriched() {}

    static Enrichment of(Article article) {
        Annotation first = annotation(article, "entity", "Ana", 0, Map.of("type", "person"));
        Annotation second = annotation(article, "entity", "Ana", 5, Map.of("type", "person"));
        Annotation oslo = annotation(article, "entity", "Oslo", 0, Map.of("type", "location"));
        Annotation amount = annotation(article, "amount", "5 km", 0, Map.of("value", 5, "exact", "forged"));
        Annotation quote = annotation(
                article,
                "quote",
                "Oslo",
                0,
                Map.of(
                        "quoteKind",
                        "indirect",
                        "parts",
                        List.of(List.of(oslo.start(), oslo.end())),
                        "speaker",
                        Map.of("start", 0, "end", 3, "exact", "Ana", "entity", "urn:dateline:person:ana"),
                        "denied",
                        false));
        Findings language = Findings.NONE.withLanguage(new Language("en", 0.98765, STAGE));
        Findings found = Findings.NONE
                .withSentences(sentences(article))
                .withAnnotations(List.of(oslo, second, first))
                .withEntities(List.of(
                        new Entity(
                                "urn:dateline:person:ana",
                                "person",
                                "Ana",
                                0.9,
                                List.of(first.id(), second.id()),
                                STAGE),
                        new Entity(
                                "urn:dateline:place:oslo",
                                "location",
                                "Oslo",
                                0.3,
                                List.of(oslo.id()),
                                List.of(new Link("geonames", "3143244"), new Link("own", "oslo")),
                                Optional.of("NO"),
                                Optional.of(new Coordinates(59.91273, 10.74609)),
                                STAGE)));
        Findings topics =
                Findings.NONE.withTopics(List.of(new Topic("medtop:20000638", "boats", 2, "medtop:04000000", 0.5, STAGE)
                        .withLocalLabel(Optional.of("båter"))));
        return Enrichment.of(article)
                .with(STAGE, language)
                .with(STAGE, found)
                .with(STAGE, Findings.NONE.withAnnotations(List.of(amount, quote)))
                .with(STAGE, topics)
                .with(new Stage("quotes", "none", "1"), Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED));
    }

    private static Annotation annotation(
            Article article, String kind, String word, int from, Map<String, Object> details) {
        int at = article.text().value().indexOf(word, from);
        int start = article.text().toCodePoint(at);
        int end = article.text().toCodePoint(at + word.length());
        return Annotation.of(kind, article.text(), start, end, 0.75, STAGE, details);
    }

    /** Headline and body, each as one sentence of one token. */
    private static Sentences sentences(Article article) {
        String text = article.text().value();
        int gap = text.indexOf("\n\n");
        return new Sentences(new int[] {0, gap + 2}, new int[] {gap, text.length()}, new int[] {0, 1, 2});
    }

    static List<Outgoing> records(String article) {
        Decoded.Usable usable = usable(article);
        return ENCODER.encode(usable, of(usable.article()));
    }

    static JsonNode enriched(String article) {
        return value(records(article).get(0));
    }

    static JsonNode value(Outgoing record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
