package dev.dateline.enrich;

import java.util.Map;
import java.util.Optional;

/**
 * What a thing is called elsewhere.
 *
 * @param scheme who gives the id: {@code wikidata}, {@code geonames}, {@code iso3166} (ISO 3166-1 alpha-2, or ISO 3166-2
 *     for a part of a country), or one that the operator's knowledge base uses
 * @param id within the scheme: {@code Q794}, {@code 112931}, {@code IR}
 */
public record Link(String scheme, String id) {
    private static final Map<String, String> URIS =
            Map.of("wikidata", "http://www.wikidata.org/entity/", "geonames", "https://sws.geonames.org/");

    public Link {
        if (scheme.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("a link has a scheme and an id");
        }
    }

    /** The URI of the thing itself, for schemes that have one: the form in which linked data names it. */
    public Optional<String> uri() {
        String base = URIS.get(scheme);
        return base == null ? Optional.empty() : Optional.of(base + id + (scheme.equals("geonames") ? "/" : ""));
    }
}
