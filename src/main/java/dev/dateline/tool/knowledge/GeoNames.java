package dev.dateline.tool.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.entities.knowledge.NameKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads GeoNames' table of cities (cities500.txt, https://download.geonames.org/export/dump/readme.txt) and keeps those
 * that news names: 5,000 residents, or the seat of a country or of its first-level regions.
 */
final class GeoNames {
    private static final int KEPT_FROM = 5_000;
    /** Cities below this one, from the next one, keep only their Latin names; every name costs memory. */
    private static final int ALL_SCRIPTS_FROM = 100_000;

    private static final int ALIASES_FROM = 50_000;

    private static final int NAME = 1;
    private static final int ASCII_NAME = 2;
    private static final int ALTERNATES = 3;
    private static final int LAT = 4;
    private static final int LON = 5;
    private static final int FEATURE = 7;
    private static final int COUNTRY = 8;
    private static final int REGION = 10;
    private static final int RESIDENTS = 14;
    private static final int COLUMNS = 19;

    /** First-level codes of GeoNames that are not those of ISO 3166-2, for countries whose regions we list. */
    private static final Map<String, Map<String, String>> ISO_REGIONS = Map.of(
            "CA",
            Map.ofEntries(
                    Map.entry("01", "AB"),
                    Map.entry("02", "BC"),
                    Map.entry("03", "MB"),
                    Map.entry("04", "NB"),
                    Map.entry("05", "NL"),
                    Map.entry("07", "NS"),
                    Map.entry("08", "ON"),
                    Map.entry("09", "PE"),
                    Map.entry("10", "QC"),
                    Map.entry("11", "SK"),
                    Map.entry("12", "YT"),
                    Map.entry("13", "NT"),
                    Map.entry("14", "NU")),
            "AU",
            Map.of("01", "ACT", "02", "NSW", "03", "NT", "04", "QLD", "05", "SA", "06", "TAS", "07", "VIC", "08", "WA"),
            "GB",
            Map.of("ENG", "ENG", "SCT", "SCT", "WLS", "WLS", "NIR", "NIR"));

    private GeoNames() {}

    /** Rows of a knowledge base, the largest city first. */
    static List<List<String>> cities(Path file) throws IOException {
        List<String[]> kept = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, UTF_8)) {
            for (String line : (Iterable<String>) lines::iterator) {
                String[] cells = line.split("\t", -1);
                if (cells.length != COLUMNS) {
                    throw new IOException(file + " is no table of GeoNames: a row has " + cells.length + " cells");
                }
                if (named(cells)) {
                    kept.add(cells);
                }
            }
        }
        kept.sort(Comparator.comparingLong(GeoNames::residents).reversed().thenComparing(cells -> cells[0]));
        return kept.stream().map(GeoNames::row).toList();
    }

    private static boolean named(String[] cells) {
        String feature = cells[FEATURE];
        boolean place = feature.startsWith("PPL")
                && !Set.of("PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH").contains(feature);
        return place && (residents(cells) >= KEPT_FROM || feature.equals("PPLC") || feature.equals("PPLA"));
    }

    private static long residents(String[] cells) {
        return cells[RESIDENTS].isEmpty() ? 0 : Long.parseLong(cells[RESIDENTS]);
    }

    private static List<String> row(String[] cells) {
        return List.of(
                "geonames:" + cells[0],
                cells[FEATURE].equals("PPLC") ? "capital" : "city",
                cells[NAME],
                String.join("|", aliases(cells)),
                "",
                cells[COUNTRY],
                region(cells[COUNTRY], cells[REGION]),
                cells[LAT],
                cells[LON],
                String.valueOf(residents(cells)));
    }

    private static String region(String country, String code) {
        if (code.isEmpty() || code.equals("00")) {
            return "";
        }
        String iso = ISO_REGIONS.getOrDefault(country, Map.of()).getOrDefault(code, code);
        return country + "-" + iso;
    }

    /** One spelling for each key; without codes of airports and without romanisations, which GeoNames writes small. */
    private static List<String> aliases(String[] cells) {
        List<String> aliases = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        keys.add(NameKey.of(cells[NAME]));
        if (keys.add(NameKey.of(cells[ASCII_NAME]))) {
            aliases.add(cells[ASCII_NAME]);
        }
        boolean seat = cells[FEATURE].equals("PPLC");
        Predicate<String> scripts = seat || residents(cells) >= ALL_SCRIPTS_FROM ? GeoNames::readable : GeoNames::latin;
        if (seat || residents(cells) >= ALIASES_FROM) {
            for (String alias : cells[ALTERNATES].split(",", -1)) {
                if (alias.length() > 1 && scripts.test(alias) && !code(alias) && keys.add(NameKey.of(alias))) {
                    aliases.add(alias);
                }
            }
        }
        return aliases;
    }

    private static boolean code(String alias) {
        return alias.length() <= 4 && alias.equals(alias.toUpperCase(java.util.Locale.ROOT)) && latin(alias);
    }

    private static boolean latin(String alias) {
        return Character.isUpperCase(alias.codePointAt(0))
                && alias.codePoints()
                        .filter(Character::isLetter)
                        .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                && alias.indexOf('|') < 0
                && alias.indexOf('@') < 0;
    }

    private static boolean readable(String alias) {
        return latin(alias)
                || (alias.indexOf('|') < 0
                        && alias.indexOf('@') < 0
                        && alias.codePoints()
                                .filter(Character::isLetter)
                                .mapToObj(Character.UnicodeScript::of)
                                .allMatch(SCRIPTS::contains));
    }

    /** Of the languages that the service tells apart, but Latin. */
    private static final Set<Character.UnicodeScript> SCRIPTS = Set.of(
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.BENGALI,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.DEVANAGARI,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.HEBREW,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI);
}
