package dev.dateline.story;

/**
 * A topic of an article, or of a story.
 *
 * @param qcode e.g. {@code medtop:20000638}
 * @param name its label in English
 * @param score 0 to 1
 */
public record Subject(String qcode, String name, double score) {}
