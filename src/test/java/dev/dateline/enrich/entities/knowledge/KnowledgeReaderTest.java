package dev.dateline.enrich.entities.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.Coordinates;
import dev.dateline.enrich.Link;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class KnowledgeReaderTest {
    @Test
    void readsColumnsInAnyOrder() throws IOException {
        KnowledgeBase known = read("""
                name\tcolour\tlinks\tid\ttype\tlat\tlon\tweight\tcountry\tregion\taliases
                # a remark
                Dorvan\tblue\tiso3166:XX-01 own:7\tgeonames:12\tcity\t-3.5\t120\t9000\tXX\tXX-01\tDorwan|Old Dorvan
                """);
        assertThat(known.size()).isEqualTo(1);
        Entry dorvan = known.find("old dorvan", "en").get(0);
        assertThat(dorvan.id()).isEqualTo("https://sws.geonames.org/12/");
        assertThat(dorvan.name()).isEqualTo("Dorvan");
        assertThat(dorvan.links())
                .containsExactly(new Link("geonames", "12"), new Link("iso3166", "XX-01"), new Link("own", "7"));
        assertThat(dorvan.coordinates()).contains(new Coordinates(-3.5, 120));
        assertThat(dorvan.weight()).isEqualTo(9000);
    }

    @Test
    void keepsAnAliasToItsLanguages() throws IOException {
        KnowledgeBase known =
                read("id\ttype\tname\taliases\nwikidata:Q1\tcountry\tDorvany\tDorwanien@de,nl|Dorvania\n");
        assertThat(known.find("dorwanien", "de")).hasSize(1);
        assertThat(known.find("dorwanien", "nl")).hasSize(1);
        assertThat(known.find("dorwanien", "en")).isEmpty();
        assertThat(known.find("dorvania", "en")).hasSize(1);
    }

    @Test
    void findsPeopleHoweverTheirNameIsRomanised() throws IOException {
        KnowledgeBase known = read("id\ttype\tname\nhttps://example.org/1\tperson\tSergey Volensky\n");
        assertThat(known.find(PersonKey.of(NameKey.of("Sergei Volenskiy")), "en"))
                .hasSize(1);
    }

    @Test
    void readsNoJsonUnlessSomebodyReadsItForIt() {
        assertRefused("{\"id\":\"x:1\"}\n", "own, line 1: JSON is not read here");
    }

    @Test
    void readsSeveralSourcesAsOne() throws IOException {
        KnowledgeReader reader = new KnowledgeReader();
        reader.add(stream("id\ttype\tname\nx:1\tcity\tDorvan\n"), "a");
        KnowledgeBase known =
                reader.add(stream("type\tname\tid\ncity\tDorvan\tx:2\n"), "b").read();
        assertThat(known.find("dorvan", "en")).extracting(Entry::id).containsExactly("x:1", "x:2");
    }

    @Test
    void readsGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write("id\ttype\tname\nx:1\tcity\tDorvan\n".getBytes(UTF_8));
        }
        KnowledgeReader reader = new KnowledgeReader();
        assertThat(reader.add(new ByteArrayInputStream(bytes.toByteArray()), "a")
                        .read()
                        .find("dorvan", "en"))
                .hasSize(1);
    }

    @Test
    void saysWhichLineIsWrongAndWhy() {
        assertRefused("", "own, line 1: the first line names no column id");
        assertRefused("id\ttype\n", "own, line 1: the first line names no column name");
        assertRefused("id\ttype\tname\nx:1\tghost\tA\n", "own, line 2: no type is called 'ghost'");
        assertRefused("id\ttype\tname\nx\tcity\tA\n", "own, line 2: 'x' is no scheme:id");
        assertRefused("id\ttype\tname\nx:1\tcity\t \n", "own, line 2: no name");
        assertRefused("id\ttype\tname\tweight\nx:1\tcity\tA\tmany\n", "own, line 2: weight is no number: 'many'");
        assertRefused("id\ttype\tname\tlat\tlon\nx:1\tcity\tA\t91\t0\n", "own, line 2: no place on Earth");
        assertRefused("id\ttype\tname\tlat\tlon\nx:1\tcity\tA\t9\t\n", "own, line 2: lon is no number");
        assertRefused("id\ttype\tname\tcountry\nx:1\tcity\tA\tNorway\n", "own, line 2: no code of a country");
        assertRefused(
                "id\ttype\tname\nx:1\tcity\tA\uFFFF\n".replace("\uFFFF", "\u0000"), "own, line 2: control character");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] bytes = "id\ttype\tname\nx:1\tcity\t\u00ff\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new KnowledgeReader().add(new ByteArrayInputStream(bytes), "own"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void looksAtNoMoreThanTheFirstBearersOfOneName() throws IOException {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(i -> "x:" + i + "\tperson\tHugo Stein")
                .collect(Collectors.joining("\n"));
        List<Entry> found = read("id\ttype\tname\n" + rows).find("hugo stein", "en");
        assertThat(found).hasSize(KnowledgeBase.MOST_BEARERS);
        assertThat(found.get(0).id()).isEqualTo("x:0");
    }

    @Test
    void changesItsVersionWithEveryByte() throws IOException {
        assertThat(read("id\ttype\tname\nx:1\tcity\tA\n").version())
                .isEqualTo(read("id\ttype\tname\nx:1\tcity\tA\n").version())
                .isNotEqualTo(read("id\ttype\tname\nx:1\tcity\tB\n").version());
    }

    @Test
    void holdsNothingWhenEmpty() {
        assertThat(KnowledgeBase.EMPTY.find("dorvan", "en")).isEmpty();
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessageContaining(why);
    }

    private static KnowledgeBase read(String text) throws IOException {
        return new KnowledgeReader().add(stream(text), "own").read();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
