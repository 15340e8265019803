package dev.dateline.enrich.entities.knowledge;

import dev.dateline.enrich.Coordinates;
import dev.dateline.enrich.Link;
import java.util.List;
import java.util.Optional;

/**
 * One thing of a knowledge base.
 *
 * @param id a URI, published as the id of the entities that are linked to it
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2, or any name for a part of the country that region and city share; only compared
 * @param weight how well known: residents of a place, or any figure that orders things of one name; 0 if unknown
 */
public record Entry(
        String id,
        Kind kind,
        String name,
        List<Link> links,
        Optional<String> country,
        Optional<String> region,
        Optional<Coordinates> coordinates,
        double weight) {
    public Entry {
        links = List.copyOf(links);
    }

    /** How likely it is meant when nothing else is known: a decimal logarithm, of residents for a place. */
    public double prominence() {
        return Math.max(kind.prominence(), Math.log10(1 + weight) + (kind == Kind.CAPITAL ? 1 : 0));
    }
}
