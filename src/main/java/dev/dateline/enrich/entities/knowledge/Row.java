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

    /** Calls with the key of each name. */
    void eachKey(Consumer<String> action) {
        Kind kind = kind();
        action.accept(key(kind, cells.get(2)));
        if (!cells.get(3).isEmpty()) {
            for (String alias : cells(cells.get(3), '|')) {
                action.accept(key(kind, alias.substring(0, end(alias))));
            }
        }
    }

    /** Whether it bears the name in texts of this language: untagged names hold in all. */
    boolean bears(String key, String language) {
        Kind kind = kind();
        if (key(kind, cells.get(2)).equals(key)) {
            return true;
        }
        for (String alias : cells(cells.get(3), '|')) {
            int end = end(alias);
            if (key(kind, alias.substring(0, end)).equals(key)
                    && (end == alias.length()
                            || cells(alias.substring(end + 1), ',').contains(language))) {
                return true;
            }
        }
        return false;
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
        if (!country.isEmpty() && !(country.length() == 2 && country.chars().allMatch(c -> c >= 'A' && c <= 'Z'))) {
            throw new IllegalArgumentException("no code of a country: '" + country + "'");
        }
        for (String cell : cells) {
            if (cell.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("control character");
            }
        }
        entry();
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
