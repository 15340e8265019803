package dev.dateline.wire;

import static dev.dateline.wire.Enriched.ARTICLE;
import static dev.dateline.wire.Enriched.enriched;
import static dev.dateline.wire.Records.quoted;
import static dev.dateline.wire.Records.usable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class FoundConceptsTest {
    @Test
    void addsFindingsToNinjsMarkedAsOurs() {
        JsonNode record = enriched(ARTICLE);

        assertThat(record.path("people"))
                .hasToString(quoted("[{'name':'Ana','rel':'dateline:mentions','uri':'urn:dateline:person:ana'}]"));
        assertThat(record.path("places"))
                .hasToString(quoted("[{'name':'Oslo','rel':'dateline:mentions','uri':'urn:dateline:place:oslo'}]"));
        assertThat(record.path("subjects"))
                .hasToString(
                        quoted(
                                "[{'name':'båter','rel':'dateline:about',"
                                        + "'uri':'http://cv.iptc.org/newscodes/mediatopic/20000638','creator':'dateline','confidence':50}]"));
        assertThat(record.has("organisations")).isFalse();
    }

    @Test
    void keepsTheSendersEntriesFirstAndRepeatsNone() {
        JsonNode record = enriched(ARTICLE.replace(
                "'outlet'", "'people':[{'name':'Bo','x':1},{'name':'ANA'},7],'places':[{'name':'Bergen'}],'outlet'"));

        assertThat(record.path("people")).hasToString(quoted("[{'name':'Bo','x':1},{'name':'ANA'},7]"));
        assertThat(record.path("places").findValuesAsText("name")).containsExactly("Bergen", "Oslo");
    }

    @Test
    void leavesAFieldAloneThatIsNoList() {
        assertThat(enriched(ARTICLE.replace("'outlet'", "'people':'Bo','outlet'"))
                        .path("people")
                        .asText())
                .isEqualTo("Bo");
    }

    @Test
    void doesNotWriteToTheSendersDocument() {
        Decoded.Usable usable = usable(ARTICLE.replace("'outlet'", "'people':[{'name':'Bo'}],'outlet'"));
        ObjectNode before = usable.document().deepCopy();

        Enriched.ENCODER.encode(usable, Enriched.of(usable.article()));

        assertThat(usable.document()).isEqualTo(before);
    }
}
