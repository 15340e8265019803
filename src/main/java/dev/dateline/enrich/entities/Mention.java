package dev.dateline.enrich.entities;

/**
 * A name as the tagger found it: tokens {@code from} to {@code to}, end exclusive.
 *
 * @param confidence the model's probability of exactly this span with this type
 */
public record Mention(int from, int to, String type, double confidence) {}
