package dev.dateline.tool.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.entities.knowledge.NameKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns our table of countries into rows of a knowledge base, with their names in other languages as the Unicode CLDR of
 * the running JDK has them, and a row for each demonym.
 */
final class Countries {
    private static final int COLUMNS = 5;

    /** Where brackets hold another name, "Myanmar (Birma)", and not what the territory belongs to. */
    private static final Set<String> TWO_NAMES = Set.of("MM", "FK", "CD", "CG", "SZ", "TL", "CI");

    private Countries() {}

    static List<List<String>> rows(Path file, List<String> languages) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Map<String, TreeSet<String>> demonyms = new TreeMap<>();
        List<String> lines = Files.readAllLines(file, UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IOException(file + ": a row has " + cells.length + " cells, not " + COLUMNS + ": " + line);
            }
            rows.add(List.of(
                    "wikidata:" + cells[1],
                    "country",
                    cells[2],
                    aliases(cells, languages),
                    "iso3166:" + cells[0],
                    cells[0],
                    "",
                    "",
                    "",
                    ""));
            for (String demonym : cells[4].isEmpty() ? new String[0] : cells[4].split("\\|", -1)) {
                demonyms.computeIfAbsent(demonym, unseen -> new TreeSet<>()).add(cells[0]);
            }
        }
        demonyms.forEach((demonym, of) -> rows.add(people(demonym, of)));
        return rows;
    }

    /** The Congolese are of one of two countries: the article does not always say of which. */
    private static List<String> people(String demonym, SortedSet<String> of) {
        String slug = NameKey.of(demonym).replace(' ', '-');
        String country = of.size() == 1 ? of.first() : "";
        return List.of("urn:dateline:norp:" + slug, "norp", demonym, "", "", country, "", "", "", "");
    }

    private static String aliases(String[] cells, List<String> languages) {
        Map<String, List<String>> inLanguages = new LinkedHashMap<>();
        List<String> aliases = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>();
        keys.add(NameKey.of(cells[2]));
        for (String alias : cells[3].isEmpty() ? new String[0] : cells[3].split("\\|", -1)) {
            keys.add(NameKey.of(alias));
            aliases.add(alias);
        }
        Locale country = new Locale.Builder().setRegion(cells[0]).build();
        for (String language : languages) {
            String shown = country.getDisplayCountry(Locale.forLanguageTag(language));
            if (shown.equals(cells[0])) {
                continue;
            }
            String[] parts = shown.split("[()（）]", -1);
            for (int i = 0; i < (TWO_NAMES.contains(cells[0]) ? parts.length : 1); i++) {
                String stripped = parts[i].strip();
                if (!stripped.isEmpty() && !keys.contains(NameKey.of(stripped))) {
                    inLanguages
                            .computeIfAbsent(stripped, unseen -> new ArrayList<>())
                            .add(language);
                }
            }
        }
        inLanguages.forEach((name, of) -> aliases.add(name + "@" + String.join(",", of)));
        return String.join("|", aliases);
    }
}
