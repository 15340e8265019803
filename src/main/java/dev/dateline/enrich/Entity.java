package dev.dateline.enrich;

import java.util.List;
import java.util.Optional;

/**
 * Somebody or something the article speaks of, under all its names.
 *
 * @param id stable across articles: the URI of what it is linked to, else one made from the canonical name, e.g.
 *     {@code urn:dateline:person:vladimir-putin}
 * @param type {@code person}, {@code organisation}, {@code location}, {@code misc} or finer
 * @param name the canonical name
 * @param salience 0 to 1: how much the article is about it
 * @param mentions ids of the annotations that mention it, in text order
 * @param links what it is called elsewhere; empty if it is not known
 * @param country ISO 3166-1 alpha-2 of the country it is, lies in or belongs to, if known
 * @param coordinates of a place, if known
 */
public record Entity(
        String id,
        String type,
        String name,
        double salience,
        List<String> mentions,
        List<Link> links,
        Optional<String> country,
        Optional<Coordinates> coordinates,
        Stage by) {
    public Entity {
        salience = Rounded.toFourDecimals(salience);
        mentions = List.copyOf(mentions);
        links = List.copyOf(links);
    }

    /** One of which nothing is known but what the article says. */
    public Entity(String id, String type, String name, double salience, List<String> mentions, Stage by) {
        this(id, type, name, salience, mentions, List.of(), Optional.empty(), Optional.empty(), by);
    }
}
