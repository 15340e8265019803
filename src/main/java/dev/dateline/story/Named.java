package dev.dateline.story;

/**
 * An entity that an article, or a story, speaks of.
 *
 * @param id e.g. {@code urn:dateline:person:vladimir-putin}
 * @param type {@code person}, {@code organisation}, {@code location}, …
 * @param salience 0 to 1
 */
public record Named(String id, String type, String name, double salience) {}
