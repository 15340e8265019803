package dev.dateline.enrich;

import java.util.List;

/**
 * Somebody or something the article speaks of, under all its names.
 *
 * @param id stable across articles, e.g. {@code urn:dateline:person:vladimir-putin}
 * @param type {@code person}, {@code organisation}, {@code location}, {@code misc} or finer
 * @param name the canonical name
 * @param salience 0 to 1: how much the article is about it
 * @param mentions ids of the annotations that mention it, in text order
 */
public record Entity(String id, String type, String name, double salience, List<String> mentions, Stage by) {
    public Entity {
        salience = Rounded.toFourDecimals(salience);
        mentions = List.copyOf(mentions);
    }
}
