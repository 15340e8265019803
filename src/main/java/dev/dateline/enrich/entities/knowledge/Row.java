package dev.dateline.enrich.entities.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.Coordinates;
import dev.dateline.enrich.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A row in the order in which it is kept: id, kind, name, aliases, links, country, region, lat, lon, weight. */
record Row(List<String> cells) {
    static final List<String> COLUMNS =
            List.of("id", "type", "name", "aliases", "links", "country", "region", "lat", "lon", "weight");

    /** {@code wikidata:Q794}: a scheme that {@link Link} has URIs for stands for the URI. */
    private static final List<String> SHORT = List.of("wikidata", "geonames");

    Row {
        cells = List.copyOf(cells);
    }

    static Row of(byte[] line) {
        return new Row(cells(new String(line, UTF_8), '\t'));
    }

    static List<String> cells(String text, char separator) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            cells.add(text.substring(from, to));
            from = to + 1;
        }
        cells.add(text.substring(from));
        return cells;
    }

    byte[] bytes() {
        return (String.join("\t", cells) + "\n").getBytes(UTF_8);
    }

    Kind kind() {
        return Kind.named(cells.get(1))
                .orElseThrow(() -> new IllegalArgumentException("no type is called '" + cells.get(1) + "'"));
    }

    /** Calls with the key of each name, and with the stem of each that has one. */
    void eachKey(Consumer<String> action) {
        Kind kind = kind();
        keys(kind, cells.get(2), action);
        if (!cells.get(3).isEmpty()) {
            for (String alias : cells(cells.get(3), '|')) {
                keys(kind, alias.substring(0, end(alias)), action);
            }
        }
    }

    private static void keys(Kind kind, String name, Consumer<String> action) {
        String key = key(kind, name);
        action.accept(key);
        if (Stem.applies(key)) {
            action.accept(Stem.of(key));
        }
    }

    /**
     * Whether it bears the name in texts of this language: untagged names hold in all.
     *
     * @param key of a name, or a stem
     */
    boolean bears(String key, String language) {
        Kind kind = kind();
        if (same(key(kind, cells.get(2)), key)) {
            return true;
        }
        for (String alias : cells(cells.get(3), '|')) {
            int end = end(alias);
            if (same(key(kind, alias.substring(0, end)), key)
                    && (end == alias.length()
                            || cells(alias.substring(end + 1), ',').contains(language))) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(String own, String key) {
        return own.equals(key)
                || (Stem.is(key) && Stem.applies(own) && Stem.of(own).equals(key));
    }

    private static String key(Kind kind, String name) {
        String key = NameKey.of(name);
        String named = key.startsWith("the ") ? key.substring(4) : key;
        return kind == Kind.PERSON ? PersonKey.of(named) : named;
    }

    /** Where an alias ends and {@code @de,nl} begins, the languages it belongs to. */
    private static int end(String alias) {
        int at = alias.lastIndexOf('@');
        return at <= 0 ? alias.length() : at;
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    void check() {
        if (cells.get(2).isBlank()) {
            throw new IllegalArgumentException("no name");
        }
        String country = cells.get(5);
        if (!country.isEmpty()
                && !(country.length() == 2 && capital(country.charAt(0)) && capital(country.charAt(1)))) {
            throw new IllegalArgumentException("no code of a country: '" + country + "'");
        }
        for (String cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                if (cell.charAt(i) < ' ') {
                    throw new IllegalArgumentException("control character");
                }
            }
        }
        entry();
    }

    private static boolean capital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    /** @throws IllegalArgumentException saying which cell is wrong */
    Entry entry() {
        List<Link> links = new ArrayList<>();
        Link own = link(cells.get(0));
        boolean curie = SHORT.contains(own.scheme());
        if (curie) {
            links.add(own);
        }
        if (!cells.get(4).isEmpty()) {
            cells(cells.get(4), ' ').forEach(link -> links.add(link(link)));
        }
        return new Entry(
                curie ? own.uri().orElse(cells.get(0)) : cells.get(0),
                kind(),
                cells.get(2),
                links,
                optional(cells.get(5)),
                optional(cells.get(6)),
                coordinates(),
                cells.get(9).isEmpty() ? 0 : number("weight", cells.get(9)));
    }

    private Optional<Coordinates> coordinates() {
        if (cells.get(7).isEmpty() && cells.get(8).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Coordinates(number("lat", cells.get(7)), number("lon", cells.get(8))));
    }

    private static double number(String column, String cell) {
        try {
            double number = Double.parseDouble(cell);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(column + " is no number: '" + cell + "'", notANumber);
        }
        throw new IllegalArgumentException(column + " is no finite number: '" + cell + "'");
    }

    private static Optional<String> optional(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    private static Link link(String curie) {
        int colon = curie.indexOf(':');
        if (colon <= 0 || colon == curie.length() - 1) {
            throw new IllegalArgumentException("'" + curie + "' is no scheme:id");
        }
        return new Link(curie.substring(0, colon), curie.substring(colon + 1));
    }
}
