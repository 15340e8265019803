package dev.dateline.wire;

import static dev.dateline.wire.Enriched.ARTICLE;
import static dev.dateline.wire.Enriched.ENCODER;
import static dev.dateline.wire.Enriched.STAGE;
import static dev.dateline.wire.Enriched.enriched;
import static dev.dateline.wire.Enriched.records;
import static dev.dateline.wire.Enriched.value;
import static dev.dateline.wire.Records.header;
import static dev.dateline.wire.Records.quoted;
import static dev.dateline.wire.Records.string;
import static dev.dateline.wire.Records.usable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.article.Article;
import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnrichedEncoderTest {
    @Test
    void saysWhatAnEntityIsLinkedTo() {
        JsonNode oslo = value(records(ARTICLE).get(0)).path("entities").get(1);
        assertThat(oslo.path("links").toString())
                .isEqualTo("[{\"scheme\":\"geonames\",\"id\":\"3143244\","
                        + "\"uri\":\"https://sws.geonames.org/3143244/\"},{\"scheme\":\"own\",\"id\":\"oslo\"}]");
        assertThat(oslo.path("country").asText()).isEqualTo("NO");
        assertThat(oslo.path("coordinates").toString()).isEqualTo("{\"lat\":59.91273,\"lon\":10.74609}");
        JsonNode ana = value(records(ARTICLE).get(0)).path("entities").get(0);
        assertThat(ana.has("links") || ana.has("country") || ana.has("coordinates"))
                .isFalse();
    }

    @Test
    void publishesTheArticleThenItsEntitiesTopicsAndQuotationsBySpeaker() {
        assertThat(records(ARTICLE))
                .extracting(Outgoing::channel, record -> string(record.key()))
                .containsExactly(
                        tuple(Channel.ENRICHED, "urn:a:1"),
                        tuple(Channel.ENTITIES, "urn:dateline:person:ana"),
                        tuple(Channel.ENTITIES, "urn:dateline:place:oslo"),
                        tuple(Channel.TOPICS, "medtop:20000638"),
                        tuple(Channel.QUOTES, "urn:dateline:person:ana"));
    }

    @Test
    void writesTheSameBytesForTheSameInput() {
        assertThat(records(ARTICLE)).usingRecursiveComparison().isEqualTo(records(ARTICLE));
    }

    @Test
    void startsWithTheIdentityAndEndsWithTheSidecar() {
        assertThat(enriched(ARTICLE).fieldNames())
                .toIterable()
                .containsExactly(
                        "standard",
                        "uri",
                        "version",
                        "pubStatus",
                        "language",
                        "infoSources",
                        "bodies",
                        "versionCreated",
                        "headlines",
                        "people",
                        "places",
                        "subjects",
                        "text",
                        "textSha256",
                        "textParts",
                        "detectedLanguage",
                        "sentences",
                        "annotations",
                        "entities",
                        "topics",
                        "incomplete");
    }

    @Test
    void writesWhatTheStagesFound() {
        JsonNode record = enriched(ARTICLE);

        assertThat(record.path("text").asText()).isEqualTo("Ana 😀 sails\n\nÉ départ. Ana left Oslo for 5 km.");
        assertThat(record.path("textSha256").asText())
                .isEqualTo(Text.of(record.path("text").asText()).sha256());
        assertThat(record.path("textParts"))
                .hasToString(quoted("[{'role':'headline','start':0,'end':11},{'role':'body','start':13,'end':46}]"));
        assertThat(record.path("sentences")).hasToString("[[0,11],[13,46]]");
        assertThat(record.path("detectedLanguage"))
                .hasToString(quoted(
                        "{'tag':'en','confidence':0.9877,'by':{'stage':'entities','model':'by-hand','version':'1'}}"));
        assertThat(record.path("topics").path(0).path("top").asText()).isEqualTo("medtop:04000000");
        assertThat(record.path("incomplete"))
                .hasToString(quoted("[{'stage':'quotes','reason':'language-unsupported'}]"));
        assertThat(record.path("language").asText()).isEqualTo("en");
        assertThat(record.path("entities").path(0).path("mentions"))
                .hasToString(quoted("['entity:0-3','entity:23-26']"));
    }

    @Test
    void ordersAnnotationsByTheTextAndKeepsDetailsFromHidingFixedFields() {
        JsonNode annotations = enriched(ARTICLE).path("annotations");

        assertThat(annotations.findValuesAsText("id"))
                .containsExactly("entity:0-3", "entity:23-26", "entity:32-36", "quote:32-36", "amount:41-45");
        assertThat(annotations.path(4))
                .hasToString(
                        quoted(
                                "{'id':'amount:41-45','kind':'amount','start':41,'end':45,"
                                        + "'exact':'5 km','confidence':0.75,'by':{'stage':'entities','model':'by-hand','version':'1'},'value':5}"));
    }

    @Test
    void writesOffsetsThatReadExactlyAsTheySay() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Article article = Article.ofText("u", randomText(random));
            List<Annotation> annotations = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                int start = random.nextInt(article.text().length());
                int end = start + 1 + random.nextInt(article.text().length() - start);
                annotations.add(Annotation.of("x", article.text(), start, end, 1, STAGE, Map.of()));
            }
            Enrichment enrichment = Enrichment.of(article).with(STAGE, Findings.NONE.withAnnotations(annotations));

            JsonNode record = value(
                    ENCODER.encode(usable("{'uri':'u','body':'x'}"), enrichment).get(0));

            int[] text = record.path("text").asText().codePoints().toArray();
            assertThat(record.path("annotations"))
                    .hasSize(10)
                    .allSatisfy(annotation -> assertThat(new String(
                                    text,
                                    annotation.path("start").asInt(),
                                    annotation.path("end").asInt()
                                            - annotation.path("start").asInt()))
                            .isEqualTo(annotation.path("exact").asText()));
        }
    }

    private static String randomText(Random random) {
        String[] alphabet = {"a", "é", "\n", "\"", "\\", "😀", "\uD83D", "\uDE00", "\u202B", "ש", "\u0001", "𝒳", " "};
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.append(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    @Test
    void passesTheSendersFieldsThroughAndMovesThoseThatClash() {
        JsonNode record = enriched(
                "{'uri':'u','body':'Ana Ana Ana Oslo 5 km\\n\\nx','text':'mine','topics':[1],'original':7,"
                        + "'language':3,'standard':{'name':'ninjs','version':'2.2'},'x':{'y':[1.50,1e999999999,null]}}");

        assertThat(record.path("original"))
                .hasToString(quoted("{'text':'mine','topics':[1],'original':7,'language':3}"));
        assertThat(string(records("{'uri':'u','body':'Ana Ana Ana Oslo 5 km\\n\\nx','x':[1.50,1e999999999,null]}")
                        .get(0)
                        .value()))
                .contains("\"x\":[1.50,1E+999999999,null]");
        assertThat(record.path("standard").path("version").asText()).isEqualTo("3.1");
        assertThat(record.path("text").asText()).startsWith("Ana");
    }

    @Test
    void keepsTheDeclaredLanguageBesideTheDetectedOne() {
        JsonNode record = enriched(ARTICLE.replace("'outlet'", "'language':'no','outlet'"));

        assertThat(record.path("language").asText()).isEqualTo("no");
        assertThat(record.path("detectedLanguage").path("tag").asText()).isEqualTo("en");
    }

    @Test
    void givesAnEntityItsMentionsAndItsArticle() {
        assertThat(string(records(ARTICLE).get(1).value()))
                .isEqualTo(quoted("{'id':'urn:dateline:person:ana',"
                        + "'type':'person','name':'Ana','salience':0.9,'mentions':["
                        + "{'id':'entity:0-3','start':0,'end':3,'exact':'Ana','confidence':0.75},"
                        + "{'id':'entity:23-26','start':23,'end':26,'exact':'Ana','confidence':0.75}],"
                        + "'by':{'stage':'entities','model':'by-hand','version':'1'},'articleUri':'urn:a:1',"
                        + "'articleVersion':'2','pubStatus':'usable','language':'en','headline':'Ana 😀 sails',"
                        + "'outlet':'The Harbour','publishedAt':'2026-03-01T10:00:00Z'}"));
    }

    @Test
    void cutsAHeadlineThatEveryMentionWouldRepeat() {
        JsonNode mention =
                value(records(ARTICLE.replace("sails", "😀".repeat(1_000))).get(1));

        assertThat(mention.path("headline")
                        .asText()
                        .codePointCount(0, mention.path("headline").asText().length()))
                .isEqualTo(300);
        assertThat(mention.path("headline").asText()).endsWith("😀…");
    }

    @Test
    void addressesEachRecordAsACloudEvent() {
        Outgoing enriched = records(ARTICLE).get(0);

        assertThat(enriched.headers())
                .extracting(Header::name)
                .containsExactly(
                        "content-type",
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_dataschema",
                        "ce_time");
        assertThat(header(enriched, "ce_type")).isEqualTo("dev.dateline.article.enriched");
        assertThat(header(enriched, "ce_source")).isEqualTo("/dateline/test");
        assertThat(header(enriched, "ce_subject")).isEqualTo("urn:a:1");
        assertThat(header(enriched, "ce_time")).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(header(enriched, "ce_dataschema"))
                .isEqualTo("https://news.example/schemas/article-enriched.schema.json");
        assertThat(records(ARTICLE).stream().map(record -> header(record, "ce_id")))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{64}"));
    }

    @Test
    void knowsNoTimeForAnArticleWithoutADate() {
        Outgoing undated =
                records("{'uri':'u','body':'Ana Ana Ana Oslo 5 km\\n\\nx'}").get(0);

        assertThat(header(undated, "ce_time")).isEmpty();
        assertThat(undated.headers()).hasSize(7);
    }

    @Test
    void writesDetailsOfEveryJsonShape() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("list", List.of(1, 2L, 0.5, true, "s"));
        details.put("map", Map.of("k", new BigDecimal("1.50")));

        assertThat(string(encoded(details).value())).contains(quoted("'list':[1,2,0.5,true,'s'],'map':{'k':1.50}"));
    }

    @Test
    void refusesDetailsThatAreNoJson() {
        assertThatIllegalArgumentException().isThrownBy(() -> encoded(Map.of("x", Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded(Map.of("x", new Object())));
    }

    private static Outgoing encoded(Map<String, Object> details) {
        Decoded.Usable usable = usable("{'uri':'u','body':'x'}");
        Annotation annotation = Annotation.of("k", usable.article().text(), 0, 1, 1, STAGE, details);
        Enrichment enrichment =
                Enrichment.of(usable.article()).with(STAGE, Findings.NONE.withAnnotations(List.of(annotation)));
        return ENCODER.encode(usable, enrichment).get(0);
    }
}
