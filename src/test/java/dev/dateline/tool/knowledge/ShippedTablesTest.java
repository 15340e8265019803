package dev.dateline.tool.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.entities.knowledge.Entry;
import dev.dateline.enrich.entities.knowledge.Kind;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.NameKey;
import dev.dateline.enrich.entities.knowledge.ShippedKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables that people write, and that the shipped file holds what they say. */
class ShippedTablesTest {
    private static final Path TABLES = Path.of("src/main/resources/models/knowledge");

    @Test
    void listEveryCountryOfIso3166() throws IOException {
        Set<String> codes = Set.of(Locale.getISOCountries());
        List<String> listed = column(rows("countries.tsv"), 0);
        assertThat(listed).containsAll(codes).doesNotHaveDuplicates();
        assertThat(listed.stream().filter(code -> !codes.contains(code))).containsExactly("XK");
    }

    @Test
    void giveNoIdTwice() throws IOException {
        List<String> ids = new ArrayList<>();
        column(rows("countries.tsv"), 1).forEach(id -> ids.add("wikidata:" + id));
        ids.addAll(column(rows("facts.tsv"), 0));
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("wikidata:Q[1-9]\\d*"));
    }

    @Test
    void sayWhatEachIdWasComparedWith() throws IOException {
        String card = Files.readString(TABLES.resolve("model-card.md"));
        assertThat(column(rows("facts.tsv"), 10).stream().distinct())
                .allMatch(source -> card.contains("`" + source + "`") || source.startsWith("opensanctions-"));
    }

    @Test
    void areWhatTheShippedFileHolds() throws IOException {
        KnowledgeBase shipped = ShippedKnowledge.read();
        for (String[] row : rows("countries.tsv")) {
            assertThat(shipped.find(NameKey.of(row[2]), "en"))
                    .filteredOn(entry -> entry.kind() == Kind.COUNTRY)
                    .extracting(Entry::id)
                    .contains("http://www.wikidata.org/entity/" + row[1]);
        }
        for (String[] row : rows("facts.tsv")) {
            if (!row[1].equals("person")) {
                assertThat(shipped.find(NameKey.of(row[2]).replaceFirst("^the ", ""), "en"))
                        .extracting(Entry::id)
                        .contains(row[0].replace("wikidata:", "http://www.wikidata.org/entity/"));
            }
        }
    }

    @Test
    void holdTheCapitalsWithTheirPlaces() throws IOException {
        KnowledgeBase shipped = ShippedKnowledge.read();
        for (String capital : List.of("paris", "tehran", "washington", "kyiv", "canberra", "vaduz")) {
            assertThat(shipped.find(capital, "en"))
                    .filteredOn(entry -> entry.kind() == Kind.CAPITAL)
                    .hasSize(1)
                    .allMatch(entry -> entry.coordinates().isPresent());
        }
    }

    private static List<String[]> rows(String table) throws IOException {
        List<String> lines = Files.readAllLines(TABLES.resolve(table));
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static List<String> column(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).toList();
    }
}
