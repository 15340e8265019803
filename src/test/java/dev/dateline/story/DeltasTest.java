package dev.dateline.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.amounts.AmountsEnricher;
import dev.dateline.enrich.dates.DatesEnricher;
import dev.dateline.enrich.entities.EntitiesEnricher;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.quotes.QuotesEnricher;
import dev.dateline.enrich.quotes.ShippedAttributions;
import dev.dateline.enrich.sentences.SentencesEnricher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two outlets' accounts, read by the shipped enrichers. */
class DeltasTest {
    private static final List<Enricher> ENRICHERS = enrichers();

    private static List<Enricher> enrichers() {
        try {
            return List.of(
                    new SentencesEnricher(),
                    new EntitiesEnricher(ShippedModel.readOr(Optional.empty())),
                    new AmountsEnricher(),
                    new DatesEnricher(),
                    new QuotesEnricher(ShippedAttributions.read()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param delta the kind that is right, empty for none */
    private record Sample(String delta, String one, String other) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    "casualty",
                    "The bus crash near Ledra killed 12 people on Tuesday, the fire service said.",
                    "A bus crash outside Ledra killed 17 people, according to the interior ministry."),
            new Sample(
                    "casualty",
                    "The blast at the Orvel refinery injured 40 workers.",
                    "Doctors said the blast at the Orvel refinery injured 65 workers."),
            new Sample(
                    "casualty",
                    "Nine fishermen were missing after the storm off Tarn Island.",
                    "The coast guard said 14 fishermen were missing after the storm off Tarn Island."),
            new Sample(
                    "amount",
                    "Kestrel Bank agreed to pay a fine of $400 million to settle the mortgage inquiry.",
                    "Kestrel Bank will pay a fine of $650 million to settle the mortgage inquiry, its lawyers said."),
            new Sample(
                    "amount",
                    "The government will spend 3 billion euros on repairing the flooded railway between Arn and Belsk.",
                    "Repairing the flooded railway between Arn and Belsk costs the government 5 billion euros."),
            new Sample(
                    "amount",
                    "Turnout in the Norhaven referendum reached 48 percent, the election commission said.",
                    "The election commission put turnout in the Norhaven referendum at 61 percent."),
            new Sample(
                    "amount",
                    "Police said 20,000 protesters marched through Sanmarel against the pension reform.",
                    "Organisers said 80,000 protesters marched through Sanmarel against the pension reform."),
            new Sample(
                    "date",
                    "The trial of former mayor Petra Holm on bribery charges will open on March 9, 2026 in Arn.",
                    "The trial of former mayor Petra Holm on bribery charges will open on March 16, 2026 in Arn."),
            new Sample(
                    "statement",
                    "Tomas Reyk denied that his party had taken money from the railway company.",
                    "\"My party had taken money from the railway company,\" said Tomas Reyk."),
            // What looks like a difference and is none.
            new Sample(
                    "",
                    "The bus crash near Ledra killed at least 12 people.",
                    "The bus crash near Ledra killed 17 people."),
            new Sample(
                    "",
                    "About 50 people were injured in the stampede at the Orvel stadium.",
                    "The stampede at the Orvel stadium injured 46 people."),
            new Sample("", "The bus crash near Ledra killed 12 people.", "The bus crash near Ledra injured 17 people."),
            new Sample(
                    "",
                    "Rosmark signed a contract worth $4 billion to develop an oil field in Valdoria.",
                    "Petrolin signed a contract worth $10 billion to develop an oil field in Valdoria."),
            new Sample(
                    "",
                    "Kestrel Bank agreed to pay a fine of $649.5 million to settle the mortgage inquiry.",
                    "Kestrel Bank will pay a fine of $650 million to settle the mortgage inquiry."),
            new Sample(
                    "",
                    "The rebuilding of the theatre costs up to $50 million, the mayor said.",
                    "The rebuilding of the theatre costs $38 million, the mayor said."),
            new Sample(
                    "",
                    "The earthquake killed 12 people in Sanmarel and 30 in the whole province.",
                    "The earthquake killed 30 people in the whole province, 12 of them in Sanmarel."),
            new Sample(
                    "",
                    "The airline carried 4 million passengers last year.",
                    "The airline ordered 40 aircraft worth 4.5 billion dollars and cut 900 jobs."),
            new Sample(
                    "",
                    "The storm killed three children in the village of Tarn.",
                    "The storm killed 11 soldiers in the village of Tarn."),
            new Sample(
                    "",
                    "The company was founded on March 3, 1998 in Arn by two brothers.",
                    "The company said on June 5, 2026 that it would leave Arn."),
            new Sample(
                    "",
                    "Tomas Reyk said the railway sale would be examined by a commission.",
                    "Tomas Reyk said taxes for small firms would fall next year."),
            new Sample(
                    "",
                    "Unemployment fell to 5.2 percent in Norhaven in May.",
                    "Inflation rose to 7.1 percent in Norhaven in May."),
            new Sample("", "The court fined the firm 200,000 pounds.", "The court fined the firm 250,000 euros."));

    @Test
    void findsWhereAccountsDifferAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (Sample sample : SAMPLES) {
            List<String> kinds = deltas(sample).stream().map(Delta::kind).toList();
            List<String> right = sample.delta().isEmpty() ? List.of() : List.of(sample.delta());
            if (!kinds.equals(right)) {
                wrong.add(kinds + " " + sample);
            }
        }
        assertThat(SAMPLES).hasSizeGreaterThanOrEqualTo(20);
        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void citesBothSpans() {
        Sample sample = SAMPLES.get(0);

        Delta delta = deltas(sample).get(0);

        assertThat(delta.earlier().value()).isEqualTo("killed 12");
        assertThat(delta.later().value()).isEqualTo("killed 17");
        assertThat(Text.of(sample.one())
                        .slice(delta.earlier().start(), delta.earlier().end()))
                .isEqualTo(delta.earlier().exact());
        assertThat(Text.of(sample.other())
                        .slice(delta.later().start(), delta.later().end()))
                .isEqualTo(delta.later().exact());
    }

    @Test
    void tellsTheSameTwoValuesOnce() {
        LiveStory story = new LiveStory("id", "en");
        Sample sample = SAMPLES.get(0);
        live(0, "a", "Post", sample.one(), story);

        assertThat(Deltas.of(live(1, "b", "Courier", sample.other(), story), story))
                .hasSize(1);
        assertThat(Deltas.of(live(2, "c", "Herald", sample.other(), story), story))
                .isEmpty();
    }

    @Test
    void tellsOfASumThatAnArticleStatesButQuotesWithALimit() {
        String lead = "Orvel is prepared to invest $50 billion in Valdoria's oil fields, an adviser said on Thursday. ";
        String quote =
                "\"The president's remarks indicate that oil ties can reach up to $50 billion,\" Tomas Reyk said.";

        Delta delta = deltas(lead + quote).get(0);

        assertThat(delta.earlier().value()).isEqualTo("50000000000 USD");
        assertThat(delta.later().value()).isEqualTo("up-to 50000000000 USD");
        assertThat(deltas(quote + " " + lead))
                .as("what was quoted with its limit may be called by its sum after")
                .isEmpty();
    }

    @Test
    void anOutletDoesNotDifferFromItself() {
        LiveStory story = new LiveStory("id", "en");
        live(0, "a", "Post", SAMPLES.get(0).one(), story);

        assertThat(Deltas.of(live(1, "b", "post", SAMPLES.get(0).other(), story), story))
                .isEmpty();
    }

    private static List<Delta> deltas(String text) {
        LiveStory story = new LiveStory("id", "en");
        return Deltas.of(live(0, "a", "Post", text, story), story);
    }

    private static List<Delta> deltas(Sample sample) {
        LiveStory story = new LiveStory("id", "en");
        live(0, "a", "Post", sample.one(), story);
        return Deltas.of(live(1, "b", "Courier", sample.other(), story), story);
    }

    private static LiveArticle live(int number, String uri, String outlet, String text, LiveStory story) {
        StoryArticle article = Written.article(uri, 1, outlet, Written.NOON.plusSeconds(number), text, claims(text));
        LiveArticle live = new LiveArticle(
                number,
                1,
                article.publishedAt().toEpochMilli(),
                Shown.of(article, new Recurring()),
                new Profiler("en").of(article),
                List.of(),
                List.of(),
                AccountCodec.writeAll(Accounts.of(article)),
                Optional.empty());
        story.add(live);
        return live;
    }

    private static List<Claim> claims(String text) {
        Article article = Article.ofText("x", text);
        Enrichment found = Enrichment.of(new Article(
                "x",
                Optional.empty(),
                article.pubStatus(),
                article.text(),
                article.parts(),
                Optional.of("en"),
                Optional.empty(),
                Optional.of(Written.NOON)));
        for (Enricher enricher : ENRICHERS) {
            found = found.with(enricher.stage(), enricher.enrich(found));
        }
        Sentences sentences = found.sentences().orElseThrow();
        List<Claim> claims = new ArrayList<>();
        for (Annotation annotation : found.annotations()) {
            int sentence = 0;
            while (sentence + 1 < sentences.size() && sentences.start(sentence + 1) <= annotation.start()) {
                sentence++;
            }
            Claim.Span span = new Claim.Span(
                    annotation.start(),
                    annotation.end(),
                    annotation.exact(),
                    Math.min(annotation.start(), sentences.start(sentence)),
                    Math.max(annotation.end(), sentences.end(sentence)));
            Claim.of(annotation.kind(), span, annotation.details()).ifPresent(claims::add);
        }
        return claims;
    }
}
