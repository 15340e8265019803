package dev.dateline.story;

/**
 * A word of a text.
 *
 * @param term hash of its stem, never 0
 * @param form hash of the word as written, in lower case, never 0
 * @param letters its length in UTF-16 units
 * @param capital whether it begins with a capital
 * @param figure whether it begins with a digit
 */
record Word(int term, int form, int letters, boolean capital, boolean figure) {}
