package dev.dateline.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.Coordinates;
import dev.dateline.enrich.Link;
import dev.dateline.enrich.entities.knowledge.Entry;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.KnowledgeReader;
import dev.dateline.enrich.entities.knowledge.PersonKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KnowledgeLineTest {
    @Test
    void readsAJsonObjectALineAsItReadsColumns() throws IOException {
        KnowledgeBase known = read("""
                {"name": "Dorvan", "colour": {"sky": ["blue", 1]}, "id": "geonames:12", "type": "city", "lat": -3.5, "lon": 120,
                """.strip() + """
                 "weight": 9e3, "country": "XX", "region": null, "aliases": ["Dorwan@de", "Old \\u0044orvan"], "links": ["own:7"]}
                # a remark
                {"id":"x:2","type":"person","name":"Sergey Volensky","aliases":"Volensky|S. V."}
                """);
        assertThat(known.size()).isEqualTo(2);
        Entry dorvan = known.find("old dorvan", "en").get(0);
        assertThat(dorvan.id()).isEqualTo("https://sws.geonames.org/12/");
        assertThat(dorvan.links()).containsExactly(new Link("geonames", "12"), new Link("own", "7"));
        assertThat(dorvan.coordinates()).contains(new Coordinates(-3.5, 120));
        assertThat(dorvan.weight()).isEqualTo(9000);
        assertThat(dorvan.region()).isEmpty();
        assertThat(known.find("dorwan", "en")).isEmpty();
        assertThat(known.find("dorwan", "de")).hasSize(1);
        assertThat(known.find(PersonKey.of("volensky"), "en")).hasSize(1);
    }

    @Test
    void saysWhereALineIsNoJsonObjectOfAnEntry() {
        String good = "{\"id\":\"x:1\",\"type\":\"city\",\"name\":\"A\"}\n";
        assertRefused(good + "{\"id\":\"x:1\"", "own, line 2: no JSON object of an entry: Unexpected end-of-input");
        assertRefused(good + "x", "own, line 2: no JSON object of an entry: Unrecognized token");
        assertRefused(good + "[]", "own, line 2: no JSON object of an entry: it starts otherwise");
        assertRefused(good + good.strip() + "}", "own, line 2: no JSON object of an entry: Unexpected close marker");
        assertRefused(good + good.strip() + "{}", "own, line 2: no JSON object of an entry: more follows the object");
        assertRefused("{\"id\":[1]}", "own, line 1: no JSON object of an entry: id is a string or a number");
        assertRefused("{\"aliases\":[\"a|b\"]}", "'a|b' holds the '|' that separates them");
        assertRefused(
                "{\"a\":" + "[".repeat(100_000), "own, line 1: no JSON object of an entry: Document nesting depth");
        assertRefused("{\"links\":[7]}", "own, line 1: no JSON object of an entry: a list holds strings");
        assertRefused("{\"aliases\":[\"a\"", "own, line 1: no JSON object of an entry: Unexpected end-of-input");
        assertRefused("{\"id\":\"x:1\",\"type\":\"city\"}", "own, line 1: no name");
        assertRefused(
                "{\"lat\":true,\"id\":\"x:1\",\"type\":\"city\",\"name\":\"A\"}", "own, line 1: lat is no number");
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessageContaining(why);
    }

    private static KnowledgeBase read(String text) throws IOException {
        return new KnowledgeReader(KnowledgeLine::cells)
                .add(new ByteArrayInputStream(text.getBytes(UTF_8)), "own")
                .read();
    }
}
