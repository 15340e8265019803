package dev.dateline.enrich.topics;

/**
 * A Media Topic of the IPTC.
 *
 * @param code e.g. {@code medtop:20000638}
 * @param label in English
 * @param level 0 for a top-level subject
 * @param top code of the top-level subject it stands under; itself at level 0
 * @param parent code of the next broader concept; empty at level 0
 * @param wikidata item with the same meaning, e.g. {@code Q166542}; empty when the IPTC names none
 */
public record Concept(String code, String label, int level, String top, String parent, String wikidata) {}
