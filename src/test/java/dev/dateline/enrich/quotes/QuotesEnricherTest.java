package dev.dateline.enrich.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.sentences.SentencesEnricher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped model on sentences of our own; the names are given, so that no other stage is needed. */
class QuotesEnricherTest {
    private static final Stage NAMES = new Stage("entities", "test", "1");

    private static QuotesEnricher enricher;

    @BeforeAll
    static void read() throws IOException {
        enricher = new QuotesEnricher(ShippedAttributions.read());
    }

    @Test
    void readsADirectQuotationThatTheSpeakerInterrupts() {
        assertThat(found(
                        "\u201CThe bridge is safe,\u201D Ana Ruiz said. \u201CWe looked at every bolt of it.\u201D",
                        person("Ana Ruiz")))
                .containsExactly(
                        "direct said [\u201CThe bridge is safe,\u201D | \u201CWe looked at every bolt of it.\u201D]"
                                + " speaker=Ana Ruiz/ana-ruiz");
    }

    @Test
    void readsIndirectSpeech() {
        assertThat(found("Ana Ruiz said that the bridge would open on Monday.", person("Ana Ruiz")))
                .containsExactly("indirect said [that the bridge would open on Monday] speaker=Ana Ruiz/ana-ruiz");
    }

    @Test
    void readsAccordingTo() {
        assertThat(found("The bridge will open on Monday, according to Ana Ruiz.", person("Ana Ruiz")))
                .containsExactly("indirect said [The bridge will open on Monday] speaker=Ana Ruiz/ana-ruiz");
    }

    @Test
    void tellsADenial() {
        assertThat(details("Ana Ruiz denied that the bridge was unsafe.", person("Ana Ruiz")))
                .singleElement()
                .satisfies(quote -> assertThat(quote).containsEntry("denied", true));
    }

    @Test
    void namesWhomItWasSaidTo() {
        assertThat(found("\"The bridge is safe,\" Ana Ruiz told reporters on Monday.", person("Ana Ruiz")))
                .containsExactly("direct said [\"The bridge is safe,\"] speaker=Ana Ruiz/ana-ruiz addressee=reporters");
    }

    @Test
    void whoIsQuotedIsTheSpeakerAndWhoQuotesPassesItOn() {
        assertThat(found(
                        "Ana Ruiz quoted Tom Berg as saying that the bridge was unsafe.",
                        person("Ana Ruiz"),
                        person("Tom Berg")))
                .singleElement()
                .asString()
                .endsWith("speaker=Tom Berg/tom-berg via=Ana Ruiz/ana-ruiz");
    }

    @Test
    void aPronounMeansThePersonNamedBefore() {
        assertThat(found(
                        "Ana Ruiz opened the bridge on Monday. \"It will last for a century,\" she said.",
                        person("Ana Ruiz")))
                .containsExactly("direct said [\"It will last for a century,\"] speaker=she/ana-ruiz");
    }

    @Test
    void aRoleMeansWhoeverHoldsIt() {
        assertThat(found(
                        "Ana Ruiz, the mayor of Porto, opened the bridge. \"It will last for a century,\" the mayor said.",
                        person("Ana Ruiz")))
                .contains("direct said [\"It will last for a century,\"] speaker=the mayor/ana-ruiz");
    }

    @Test
    void signedWordsBelongToTheNameBehindTheDash() {
        assertThat(found("\u201CThe bridge is the best thing in town.\u201D \u2014 Ana Ruiz", person("Ana Ruiz")))
                .containsExactly(
                        "direct - [\u201CThe bridge is the best thing in town.\u201D] speaker=Ana Ruiz/ana-ruiz");
    }

    @Test
    void titlesAndBorrowedWordsAreNoQuotations() {
        assertThat(
                        found(
                                "She sang \"Blue Moon\" in the so-called \"Little Palace\" and read \"War and Peace\" on the train."))
                .isEmpty();
    }

    @Test
    void survivesWhatIsNoProse() {
        assertThat(found("\" said ".repeat(20_000))).isNotNull();
        assertThat(found("he said ".repeat(20_000))).isNotNull();
        assertThat(found("said")).isEmpty();
        assertThat(found("\uD83D\uDE00 \u201CYes, we did it,\u201D Ana Ruiz said. \uD83D\uDE00", person("Ana Ruiz")))
                .isNotEmpty();
    }

    @Test
    void saysSoWhereItCannotWork() {
        Enrichment german = Enrichment.of(Article.ofText("urn:test", "Er sagte nichts."))
                .with(NAMES, Findings.NONE.withLanguage(new Language("de", 1, NAMES)));
        assertThat(enricher.enrich(german).skipped()).contains(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        Enrichment unsplit = Enrichment.of(Article.ofText("urn:test", "He said nothing."))
                .with(NAMES, Findings.NONE.withLanguage(new Language("en", 1, NAMES)));
        assertThat(enricher.enrich(unsplit).skipped()).contains(Incomplete.Reason.PREREQUISITE_MISSING);
    }

    private record Named(String type, String name) {
        String id() {
            return "urn:dateline:" + type + ":"
                    + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        }
    }

    private static Named person(String name) {
        return new Named("person", name);
    }

    private static List<String> found(String body, Named... names) {
        List<String> found = new ArrayList<>();
        for (Annotation quote : quotes(body, names)) {
            StringBuilder line = new StringBuilder();
            Map<String, Object> details = quote.details();
            line.append(details.get("quoteKind")).append(' ');
            line.append(details.get("cue") instanceof Map<?, ?> cue ? cue.get("class") : "-")
                    .append(" [");
            List<String> parts = new ArrayList<>();
            for (Object part : (List<?>) details.getOrDefault("parts", List.of())) {
                List<?> ends = (List<?>) part;
                parts.add(slice(body, ends));
            }
            line.append(String.join(" | ", parts)).append(']');
            for (Object link : (List<?>) details.getOrDefault("chain", List.of())) {
                Map<?, ?> who = (Map<?, ?>) link;
                line.append(' ').append(who.get("role")).append('=').append(who.get("exact"));
                if (who.get("entity") instanceof String id) {
                    line.append('/').append(id.substring(id.lastIndexOf(':') + 1));
                }
            }
            found.add(line.toString());
        }
        return found;
    }

    private static String slice(String body, List<?> ends) {
        return dev.dateline.article.Text.of(body).slice((Integer) ends.get(0), (Integer) ends.get(1));
    }

    private static List<Map<String, Object>> details(String body, Named... names) {
        return quotes(body, names).stream().map(Annotation::details).toList();
    }

    private static List<Annotation> quotes(String body, Named... names) {
        SentencesEnricher sentences = new SentencesEnricher();
        Enrichment read = Enrichment.of(Article.ofText("urn:test", body))
                .with(NAMES, Findings.NONE.withLanguage(new Language("en", 1, NAMES)));
        read = read.with(sentences.stage(), sentences.enrich(read));
        List<Annotation> mentions = new ArrayList<>();
        List<Entity> entities = new ArrayList<>();
        for (Named named : names) {
            int start = body.indexOf(named.name());
            Annotation mention = Annotation.of(
                    "entity",
                    read.article().text(),
                    read.article().text().toCodePoint(start),
                    read.article().text().toCodePoint(start + named.name().length()),
                    1,
                    NAMES,
                    new LinkedHashMap<>(Map.of("type", named.type(), "entity", named.id())));
            mentions.add(mention);
            entities.add(new Entity(named.id(), named.type(), named.name(), 1, List.of(mention.id()), NAMES));
        }
        read = read.with(NAMES, Findings.NONE.withAnnotations(mentions).withEntities(entities));
        List<Annotation> quotes = enricher.enrich(read).annotations();
        for (Annotation quote : quotes) {
            assertThat(quote.holdsIn(read.article().text())).isTrue();
        }
        return quotes;
    }
}
