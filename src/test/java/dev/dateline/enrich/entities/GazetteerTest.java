package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.ShippedKnowledge;
import dev.dateline.enrich.sentences.SentencesEnricher;
import dev.dateline.tool.entities.TinyModel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Short articles written for it, in languages for which there is no tagger. */
class GazetteerTest {
    private static final String GERMANY = "http://www.wikidata.org/entity/Q183";
    private static final String IRAN = "http://www.wikidata.org/entity/Q794";
    private static final String RUSSIA = "http://www.wikidata.org/entity/Q159";
    private static final String UNITED_STATES = "http://www.wikidata.org/entity/Q30";
    private static final String UNITED_NATIONS = "http://www.wikidata.org/entity/Q1065";
    private static final String PUTIN = "http://www.wikidata.org/entity/Q7747";
    private static final String TEHRAN = "https://sws.geonames.org/112931/";
    private static final String MOSCOW = "https://sws.geonames.org/524901/";

    private static EntitiesEnricher enricher;

    @BeforeAll
    static void load() throws IOException {
        KnowledgeBase known = ShippedKnowledge.read();
        enricher = new EntitiesEnricher(TinyModel.trained(), () -> known);
    }

    @Test
    void readsGerman() {
        assertThat(found(
                        "de",
                        "In Moskau empfing Wladimir Putin Gäste aus Iran. Deutschlands Regierung und die Vereinten "
                                + "Nationen warnten, ebenso die Vereinigten Staaten."))
                .containsEntry("Moskau", MOSCOW)
                .containsEntry("Wladimir Putin", PUTIN)
                .containsEntry("Iran", IRAN)
                .containsEntry("Deutschlands", GERMANY)
                .containsEntry("Vereinten Nationen", UNITED_NATIONS)
                .containsEntry("Vereinigten Staaten", UNITED_STATES);
    }

    @Test
    void takesAGermanNounForACityOnlyAfterIn() {
        Map<String, String> found = found("de", "Das Essen schmeckte. Am Abend ging es nach Bonn.");
        assertThat(found).doesNotContainKey("Essen").containsKey("Bonn");
        assertThat(found("de", "Er wohnt in Essen.")).containsKey("Essen");
    }

    @Test
    void readsFrench() {
        assertThat(found(
                        "fr",
                        "Le président d'Iran s'est rendu à l’ONU. L'Allemagne et les États-Unis attendent. Vladimir "
                                + "Poutine reste à Moscou, la réunion est prévue à Nice."))
                .containsEntry("Iran", IRAN)
                .containsEntry("ONU", UNITED_NATIONS)
                .containsEntry("Allemagne", GERMANY)
                .containsEntry("États-Unis", UNITED_STATES)
                .containsEntry("Vladimir Poutine", PUTIN)
                .containsEntry("Moscou", MOSCOW)
                .containsKey("Nice");
    }

    @Test
    void readsSpanish() {
        assertThat(found(
                        "es",
                        "El presidente de Rusia, Vladimir Putin, llegó a Teherán. Alemania y Estados Unidos "
                                + "protestaron ante Naciones Unidas."))
                .containsEntry("Rusia", RUSSIA)
                .containsEntry("Vladimir Putin", PUTIN)
                .containsEntry("Teherán", TEHRAN)
                .containsEntry("Alemania", GERMANY)
                .containsEntry("Estados Unidos", UNITED_STATES)
                .containsEntry("Naciones Unidas", UNITED_NATIONS);
    }

    @Test
    void takesAnArticleForNoAmericanState() {
        assertThat(found(
                        "es",
                        "La noruega Halden compra Lusomotor. Miss Noruega y Del Potro estaban en Estados Unidos."))
                .containsOnlyKeys("Noruega", "Estados Unidos");
        assertThat(found("fr", "La ligne est fermée. Les États-Unis n'ont rien dit, ni la France."))
                .containsOnlyKeys("États-Unis", "France");
    }

    @Test
    void readsRussianInAllItsCases() {
        assertThat(found(
                        "ru",
                        "Президент России Владимир Путин прибыл в Тегеран. Встреча Путина с главой Ирана прошла в "
                                + "Москве. США и Германия молчат, ООН следит."))
                .containsEntry("России", RUSSIA)
                .containsEntry("Владимир Путин", PUTIN)
                .containsEntry("Путина", PUTIN)
                .containsEntry("Тегеран", TEHRAN)
                .containsEntry("Ирана", IRAN)
                .containsEntry("Москве", MOSCOW)
                .containsEntry("США", UNITED_STATES)
                .containsEntry("Германия", GERMANY)
                .containsEntry("ООН", UNITED_NATIONS);
    }

    @Test
    void readsArabicPastWhatIsWrittenOntoNames() {
        assertThat(found(
                        "ar",
                        "قال فلاديمير بوتين إن روسيا والولايات المتحدة وإيران تبحث الاتفاق. وصل الوفد إلى طهران. "
                                + "ورحبت الأمم المتحدة وألمانيا بالخطوة."))
                .containsEntry("فلاديمير بوتين", PUTIN)
                .containsEntry("روسيا", RUSSIA)
                .containsEntry("الولايات المتحدة", UNITED_STATES)
                .containsEntry("إيران", IRAN)
                .containsEntry("طهران", TEHRAN)
                .containsEntry("الأمم المتحدة", UNITED_NATIONS)
                .containsEntry("ألمانيا", GERMANY);
    }

    @Test
    void readsLanguagesThatPutNoSpacesBetweenWords() {
        assertThat(found("zh", "习近平说中国和俄罗斯支持联合国。")).containsEntry("俄罗斯", RUSSIA).containsEntry("联合国", UNITED_NATIONS);
        assertThat(found("ja", "ロシアと中国が反発した。")).containsEntry("ロシア", RUSSIA);
    }

    @Test
    void signsAsAGuess() {
        Findings findings = enricher.enrich(read("de", "Die Minister aus Deutschland kamen nach Moskau."));
        assertThat(findings.annotations()).hasSize(2).allSatisfy(annotation -> {
            assertThat(annotation.confidence()).isEqualTo(0.5);
            assertThat(annotation.by().model()).isEqualTo("dateline-gazetteer");
        });
    }

    @Test
    void findsNothingInAGermanTextWithoutNames() {
        assertThat(found("de", "Das Spiel war gut. Die Visa kamen spät. Total müde gingen alle nach Hause."))
                .isEmpty();
    }

    @Test
    void skipsWhatItCannotCutIntoWords() {
        assertThat(enricher.enrich(read("th", "ประเทศรัสเซีย")).skipped())
                .contains(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        assertThat(enricher.enrich(read("und", "Russia")).skipped()).contains(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
    }

    @Test
    void takesAMebibyteOfNoise() {
        for (String unit : new String[] {"A", "d'A", "وال", "А ", "中", "'", "Ф", "A. ", "\uD83D\uDE00"}) {
            for (String language : new String[] {"de", "fr", "ar", "ru", "zh", "tr", "ko"}) {
                enricher.enrich(read(language, unit.repeat((1 << 18) / unit.length())));
            }
        }
    }

    /** What was found, by its words, with the id it was linked to. */
    private static Map<String, String> found(String language, String text) {
        Enrichment read = read(language, text);
        Map<String, String> found = new LinkedHashMap<>();
        for (Annotation annotation : enricher.enrich(read).annotations()) {
            assertThat(annotation.holdsIn(read.article().text())).isTrue();
            found.put(annotation.exact(), (String) annotation.details().get("entity"));
        }
        return found;
    }

    private static Enrichment read(String language, String text) {
        SentencesEnricher sentences = new SentencesEnricher();
        Enrichment read = Enrichment.of(Article.ofText("urn:a", text))
                .with(sentences.stage(), Findings.NONE.withLanguage(new Language(language, 1, sentences.stage())));
        return read.with(sentences.stage(), sentences.enrich(read));
    }
}
