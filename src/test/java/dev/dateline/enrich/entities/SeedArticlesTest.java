package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.article.Article;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.ShippedKnowledge;
import dev.dateline.enrich.sentences.SentencesEnricher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped model on two real articles, which are not part of the project: skipped, saying so, where they are not. */
class SeedArticlesTest {
    private static final Path SEEDS = Path.of("..", "shared", "data", "seeds");

    private static EntitiesEnricher enricher;
    private static List<Path> articles;

    @BeforeAll
    static void findArticles() throws IOException {
        Path folder = Stream.of(SEEDS, Path.of("..").resolve(SEEDS))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(SEEDS);
        assumeTrue(Files.isDirectory(folder), "skipped: no seed articles in " + SEEDS);
        enricher = new EntitiesEnricher(ShippedModel.read());
        try (Stream<Path> files = Files.list(folder)) {
            articles = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void findsThePeopleOfTheTalks() {
        assertThat(found("person"))
                .contains("Putin", "Velayati", "Ali Khamenei", "Hassan Rouhani", "Dmitry Peskov", "Donald Trump")
                .anyMatch(name -> name.endsWith("Zarif"));
    }

    @Test
    void findsCompaniesAndAgencies() {
        assertThat(found("organisation")).contains("Rosneft", "Gazprom", "Reuters", "AP", "IRNA");
    }

    @Test
    void findsCountriesAndCapitals() {
        assertThat(found("location")).contains("Iran", "Russia", "Syria", "Moscow", "Tehran", "Ankara");
    }

    @Test
    void citesExactCharacters() {
        for (Path file : articles) {
            Enrichment read = read(file);
            assertThat(enricher.enrich(read).annotations())
                    .isNotEmpty()
                    .allMatch(annotation -> annotation.holdsIn(read.article().text()));
        }
    }

    @Test
    void takesShortFormsForTheSamePerson() {
        Entity khamenei = entity("urn:dateline:person:ali-khamenei");
        assertThat(khamenei.mentions()).hasSizeGreaterThan(1);
        Entity putin = entity("urn:dateline:person:vladimir-putin");
        assertThat(putin.mentions()).hasSizeGreaterThan(5);
    }

    @Test
    void givesPeopleAndPlacesTheSameLinksInBothArticles() throws IOException {
        KnowledgeBase known = ShippedKnowledge.read();
        EntitiesEnricher linking = new EntitiesEnricher(ShippedModel.read(), () -> known);
        for (Path file : articles) {
            assertThat(linking.enrich(read(file)).entities())
                    .extracting(Entity::id)
                    .contains(
                            "http://www.wikidata.org/entity/Q7747",
                            "http://www.wikidata.org/entity/Q57336",
                            "http://www.wikidata.org/entity/Q22686",
                            "http://www.wikidata.org/entity/Q794",
                            "http://www.wikidata.org/entity/Q159",
                            "https://sws.geonames.org/524901/",
                            "https://sws.geonames.org/112931/",
                            "urn:dateline:person:ali-akbar-velayati",
                            "urn:dateline:person:hassan-rouhani",
                            "urn:dateline:person:dmitry-peskov");
        }
    }

    @Test
    void takesTheLeaderForThePersonSoIntroduced() throws IOException {
        KnowledgeBase known = ShippedKnowledge.read();
        EntitiesEnricher linking = new EntitiesEnricher(ShippedModel.read(), () -> known);
        assertThat(articles.stream()
                        .flatMap(file -> linking.enrich(read(file)).annotations().stream())
                        .filter(annotation -> annotation.kind().equals("reference"))
                        .map(annotation -> annotation.exact() + " = "
                                + annotation.details().get("entity")))
                .contains(
                        "the Leader = http://www.wikidata.org/entity/Q57336",
                        "The Russian president = http://www.wikidata.org/entity/Q7747",
                        "The Iranian advisor = urn:dateline:person:ali-akbar-velayati");
    }

    private static List<String> found(String type) {
        return articles.stream()
                .flatMap(file -> enricher.enrich(read(file)).annotations().stream())
                .filter(annotation -> type.equals(annotation.details().get("type")))
                .map(Annotation::exact)
                .distinct()
                .toList();
    }

    /** The entity of this id in the first article. */
    private static Entity entity(String id) {
        Findings findings = enricher.enrich(read(articles.get(0)));
        return findings.entities().stream()
                .filter(entity -> entity.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " among "
                        + findings.entities().stream().map(Entity::id).toList()));
    }

    private static Enrichment read(Path file) {
        try {
            Enrichment read = Enrichment.of(Article.ofText("urn:seed", Files.readString(file)));
            SentencesEnricher sentences = new SentencesEnricher();
            Language english = new Language("en", 1, sentences.stage());
            return read.with(sentences.stage(), Findings.NONE.withLanguage(english))
                    .with(sentences.stage(), sentences.enrich(read));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
