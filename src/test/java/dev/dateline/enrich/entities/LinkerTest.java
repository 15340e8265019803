package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Link;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.ShippedKnowledge;
import dev.dateline.enrich.sentences.SentencesEnricher;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The shipped model and knowledge base on short articles written for it. */
class LinkerTest {
    private static EntitiesEnricher enricher;

    @BeforeAll
    static void load() throws IOException {
        KnowledgeBase known = ShippedKnowledge.read();
        enricher = new EntitiesEnricher(ShippedModel.read(), () -> known);
    }

    @Test
    void linksACountryToWikidataAndIso() {
        Entity iran = entity("Ministers of Iran and Russia met on Monday.", "Iran");
        assertThat(iran.id()).isEqualTo("http://www.wikidata.org/entity/Q794");
        assertThat(iran.links()).containsExactly(new Link("wikidata", "Q794"), new Link("iso3166", "IR"));
        assertThat(iran.country()).contains("IR");
    }

    @Test
    void linksACityToGeoNamesWithItsPlace() {
        Entity tehran = entity("The talks in Tehran ended on Monday.", "Tehran");
        assertThat(tehran.links()).containsExactly(new Link("geonames", "112931"));
        assertThat(tehran.id()).isEqualTo("https://sws.geonames.org/112931/");
        assertThat(tehran.coordinates().orElseThrow().lat()).isBetween(35.5, 35.9);
        assertThat(tehran.country()).contains("IR");
    }

    @Test
    void takesTheNameBesideACityForWhatItLiesIn() {
        assertThat(country("Police in Paris, Texas, held a man on Monday.", "Paris"))
                .isEqualTo("US");
        assertThat(country("Police in Paris, France, held a man on Monday.", "Paris"))
                .isEqualTo("FR");
        assertThat(country("The mayor of London, Ontario, spoke on Monday.", "London"))
                .isEqualTo("CA");
    }

    @Test
    void readsWhichGeorgiaFromTheOtherPlaces() {
        String country = "Protests in Tbilisi spread on Monday as Georgia counted votes.";
        assertThat(entity(country, "Georgia").id()).endsWith("/Q230");
        String state = "Voters in Georgia, Florida and Alabama went to the polls. In Atlanta, queues were long.";
        assertThat(entity(state, "Georgia").id()).endsWith("/Q1428");
        String beside = "A storm hit Augusta, Georgia, on Monday.";
        assertThat(entity(beside, "Georgia").id()).endsWith("/Q1428");
    }

    @Test
    void takesWashingtonForTheCapitalUnlessTheStateIsMeant() {
        assertThat(entity("The United States is wary. Officials in Washington declined to speak.", "Washington")
                        .links())
                .contains(new Link("geonames", "4140963"));
        assertThat(entity("A ferry sank off Seattle, Washington, on Monday.", "Washington")
                        .links())
                .contains(new Link("iso3166", "US-WA"));
    }

    @Test
    void tellsTheGovernmentInWashingtonFromTheCity() {
        String government = "http://www.wikidata.org/entity/Q48525";
        for (String text : List.of(
                "Washington has imposed sanctions on Iran.",
                "Iran says it will not be bullied by Washington.",
                "Relations between Tehran and Washington are at a low.",
                "Russia wants to know Washington's position on the treaty.",
                "Turkey asked for support from Washington on Monday.")) {
            Entity found = entity(text, "Washington");
            assertThat(found.id()).as(text).isEqualTo(government);
            assertThat(found.type()).isEqualTo("organisation");
        }
        for (String text : List.of(
                "The minister will travel to Washington on Monday.",
                "A man was arrested near Washington on Monday.",
                "Thousands marched through Washington's streets on Monday.",
                "A flight from Washington to Paris was delayed on Monday.")) {
            assertThat(entity(text, "Washington").links()).as(text).contains(new Link("geonames", "4140963"));
        }
    }

    @Test
    void countsTheCityAndTheGovernmentApartInOneArticle() {
        assertThat(entities("Washington has warned Iran. The minister flew to Washington on Monday."))
                .extracting(Entity::name)
                .contains("Federal government of the United States", "Washington");
    }

    @Test
    void keepsAPeopleApartFromItsCountry() {
        List<Entity> found = entities("Russian officials said Russia had sent aid.");
        assertThat(found)
                .extracting(Entity::type, Entity::id)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("norp", "urn:dateline:norp:russian"),
                        org.assertj.core.groups.Tuple.tuple("location", "http://www.wikidata.org/entity/Q159"));
        assertThat(found.get(0).country()).contains("RU");
    }

    @Test
    void linksPeopleByTheirFullName() {
        assertThat(entity("President Vladimir Putin spoke. Putin left.", "Putin")
                        .id())
                .endsWith("/Q7747");
    }

    @Test
    void believesASurnameOnlyWhereItsCountryIsNamed() {
        assertThat(entity("In Russia, Putin spoke on television on Monday.", "Putin")
                        .id())
                .endsWith("/Q7747");
        assertThat(entity("Mr Putin, a plumber, spoke on Monday.", "Putin").id())
                .isEqualTo("urn:dateline:person:putin");
    }

    @Test
    void doesNotTakeANamesakeForTheKnownOne() {
        assertThat(entity("Igor Putin of Russia spoke on Monday. Putin left.", "Putin")
                        .id())
                .isEqualTo("urn:dateline:person:igor-putin");
    }

    @Test
    void doesNotBelieveAnAcronymThatTheArticleExplainsOtherwise() {
        String text = "The Association of Undertakers (AU) met on Monday. The AU was founded long ago.";
        assertThat(entities(text)).extracting(Entity::id).noneMatch(id -> id.endsWith("/Q7159"));
    }

    @Test
    void believesNoShortFormThatAnotherArticleExplained() {
        String explained = "The Civil Aviation Bureau (CAB) met Hugo Stein on Monday. The CAB said Stein had agreed.";
        assertThat(entity(explained, "CAB").id()).isEqualTo("urn:dateline:organisation:civil-aviation-bureau");
        assertThat(entity(explained, "Stein").id()).isEqualTo("urn:dateline:person:hugo-stein");
        String another = "A spokesman for the CAB said Mr Stein had left the agency.";
        assertThat(entity(another, "CAB").id()).isEqualTo("urn:dateline:organisation:cab");
        assertThat(entity(another, "Stein").id()).isEqualTo("urn:dateline:person:stein");
    }

    @Test
    void leavesASmallPlaceUnlinkedWithoutSupport() {
        assertThat(entity("They drove to Hope on Monday.", "Hope").links()).isEmpty();
    }

    @Test
    @Timeout(60)
    void takesAnArticleThatSaysOneNameAHundredThousandTimes() {
        assertThat(entities("Iran and Georgia, Russia and Mr Putin spoke. ".repeat(25_000)))
                .hasSizeLessThan(20);
    }

    private static String country(String text, String exact) {
        return entity(text, exact).country().orElse("");
    }

    private static Entity entity(String text, String exact) {
        Findings findings = enricher.enrich(read(text));
        String id = findings.annotations().stream()
                .filter(annotation -> annotation.exact().equals(exact))
                .map(annotation -> (String) annotation.details().get("entity"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + exact + " among " + findings.annotations()));
        return findings.entities().stream()
                .filter(entity -> entity.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Entity> entities(String text) {
        return enricher.enrich(read(text)).entities();
    }

    private static Enrichment read(String text) {
        SentencesEnricher sentences = new SentencesEnricher();
        Enrichment read = Enrichment.of(Article.ofText("urn:a", text))
                .with(sentences.stage(), Findings.NONE.withLanguage(new Language("en", 1, sentences.stage())));
        return read.with(sentences.stage(), sentences.enrich(read));
    }
}
