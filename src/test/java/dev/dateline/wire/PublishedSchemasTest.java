package dev.dateline.wire;

import static dev.dateline.wire.Enriched.ARTICLE;
import static dev.dateline.wire.Enriched.ENCODER;
import static dev.dateline.wire.Enriched.enriched;
import static dev.dateline.wire.Enriched.records;
import static dev.dateline.wire.Enriched.value;
import static dev.dateline.wire.Records.decoded;
import static dev.dateline.wire.Records.json;
import static dev.dateline.wire.Records.quoted;
import static dev.dateline.wire.Records.usable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.quotes.QuotesEnricher;
import dev.dateline.enrich.quotes.ShippedAttributions;
import dev.dateline.enrich.sentences.SentencesEnricher;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedSchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonSchema META =
            SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "article-minimal",
                "article-ninjs",
                "article-enriched",
                "entity-mention",
                "topic-mention",
                "quotation",
                "article-story",
                "story",
                "story-change",
                "dead-letter-headers"
            })
    void areSchemasThemselves(String name) {
        assertThat(META.validate(schema(name).getSchemaNode())).isEmpty();
    }

    @Test
    void describeEveryRecordOfAnArticle() {
        for (Outgoing record : records(ARTICLE)) {
            assertThat(errors(nameFor(record), value(record))).isEmpty();
        }
    }

    @Test
    void describeAnArticleInWhichNothingWasFound() {
        Decoded.Usable usable = usable("{'uri':'u','headline':'h'}");

        Outgoing record =
                ENCODER.encode(usable, Enrichment.of(usable.article())).get(0);

        assertThat(errors("article-enriched", value(record))).isEmpty();
    }

    /** Found by hostile input: what a sender wrote where a word should stand went out as it came. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'bodies':[{'value':'b','contentType':7}]",
                "'bodies':[{'value':'b','role':null}]",
                "'headline':'h','bodies':null",
                "'body':'b','descriptions':[{'value':'d','role':['x'],'contentType':{}}]",
                "'body':'b','headlines':[{'value':'h','role':true}]"
            })
    void describeAnArticleWhoseSenderMixesTypes(String fields) {
        Decoded.Usable usable = usable("{'uri':'u'," + fields + "}");

        Outgoing record =
                ENCODER.encode(usable, Enrichment.of(usable.article())).get(0);

        assertThat(errors("article-enriched", value(record))).isEmpty();
    }

    @Test
    void describeTheQuotationsThatAreFound() throws IOException {
        Decoded.Usable usable =
                usable("{'uri':'u','body':'\\u201CWe will pay,\\u201D Ana Ruiz told reporters, Reuters reported.'}");
        SentencesEnricher sentences = new SentencesEnricher();
        QuotesEnricher quotes = new QuotesEnricher(ShippedAttributions.read());
        Enrichment read = Enrichment.of(usable.article())
                .with(quotes.stage(), Findings.NONE.withLanguage(new Language("en", 1, quotes.stage())));
        read = read.with(sentences.stage(), sentences.enrich(read));
        read = read.with(quotes.stage(), quotes.enrich(read));

        List<Outgoing> records = ENCODER.encode(usable, read);

        assertThat(records).anyMatch(record -> nameFor(record).equals("quotation"));
        for (Outgoing record : records) {
            assertThat(errors(nameFor(record), value(record))).isEmpty();
        }
    }

    @Test
    void describeARecall() {
        Decoded.Recall recall =
                (Decoded.Recall) decoded(json(quoted("{'uri':'u','pubStatus':'withheld','language':'en'}")));

        assertThat(errors("article-enriched", value(ENCODER.encode(recall).get(0))))
                .isEmpty();
    }

    @Test
    void describeEveryRecordOfAStory() {
        for (Outgoing record : StoriesEncoderTest.records()) {
            assertThat(errors(nameFor(record), value(record)))
                    .as(nameFor(record))
                    .isEmpty();
        }
    }

    private static String nameFor(Outgoing record) {
        String schema = Records.header(record, "ce_dataschema");
        return schema.substring(schema.lastIndexOf('/') + 1).replace(".schema.json", "");
    }

    @Test
    void rejectWhatTheServiceNeverWrites() {
        assertThat(brokenEnriched(record -> record.put("pubStatus", "gone"))).isNotEmpty();
        assertThat(brokenEnriched(record -> record.put("pubStatus", "canceled")))
                .isNotEmpty();
        assertThat(brokenEnriched(record -> record.remove("text"))).isNotEmpty();
        assertThat(brokenEnriched(record -> record.put("textSha256", "00"))).isNotEmpty();
        assertThat(brokenEnriched(record -> first(record, "annotations").remove("by")))
                .isNotEmpty();
        assertThat(brokenEnriched(record -> first(record, "annotations").put("start", -1)))
                .isNotEmpty();
        assertThat(brokenEnriched(record -> first(record, "annotations").put("confidence", 1.5)))
                .isNotEmpty();
        assertThat(brokenEnriched(record -> first(record, "entities").put("other", 1)))
                .isNotEmpty();
        assertThat(brokenEnriched(record -> first(record, "topics").remove("top")))
                .isNotEmpty();
        assertThat(brokenEnriched(record -> first(record, "incomplete").put("reason", "tired")))
                .isNotEmpty();
        assertThat(brokenEnriched(
                        record -> record.putArray("sentences").addArray().add(1)))
                .isNotEmpty();
    }

    private static ObjectNode first(ObjectNode record, String list) {
        return (ObjectNode) record.path(list).path(0);
    }

    private static Set<ValidationMessage> brokenEnriched(Consumer<ObjectNode> damage) {
        ObjectNode record = (ObjectNode) enriched(ARTICLE);
        damage.accept(record);
        return errors("article-enriched", record);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'uri':'u','headline':'h'}",
                "{'uri':'u','version':2,'body':'b','contentType':'text/html','publishedAt':'2026-03-01','x':1}",
                "{'uri':'u','pubStatus':'canceled'}"
            })
    void acceptMinimalArticlesThatTheDecoderAccepts(String article) throws JsonProcessingException {
        assertThat(errors("article-minimal", JSON.readTree(quoted(article)))).isEmpty();
        assertThat(decoded(json(quoted(article)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'headline':'h'}", "{'uri':'u'}", "{'uri':5,'body':'x'}", "{'uri':' ','body':'x'}",
                "{'uri':'u','body':7}", "{'uri':'u','headline':[]}", "{'uri':'u','body':'x','pubStatus':'gone'}", "[]"
            })
    void rejectMinimalArticlesThatTheDecoderRejects(String article) throws JsonProcessingException {
        assertThat(errors("article-minimal", JSON.readTree(quoted(article)))).isNotEmpty();
        assertThat(Records.rejection(article)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'uri':'u','bodies':[{'value':'b','contentType':'text/plain'}],'versionCreated':'2026-03-01'}",
                "{'uri':'u','body_text':'b','headline':'h','pubstatus':'usable'}"
            })
    void acceptNinjsThatTheDecoderAccepts(String article) throws JsonProcessingException {
        assertThat(errors("article-ninjs", JSON.readTree(quoted(article)))).isEmpty();
        assertThat(decoded(json(quoted(article)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'uri':'u','bodies':{}}",
                "{'uri':'u','bodies':[{}]}",
                "{'uri':'u','body_text':1}",
                "{'uri':'u','headline':{}}"
            })
    void rejectNinjsThatTheDecoderRejects(String article) throws JsonProcessingException {
        assertThat(errors("article-ninjs", JSON.readTree(quoted(article)))).isNotEmpty();
        assertThat(Records.rejection(article)).isNotNull();
    }

    private static Set<ValidationMessage> errors(String schema, JsonNode instance) {
        return schema(schema).validate(instance);
    }

    private static JsonSchema schema(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:META-INF/resources/schemas/" + name + ".schema.json"));
    }
}
