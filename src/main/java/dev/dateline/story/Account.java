package dev.dateline.story;

/**
 * A claim with what says whether another is about the same thing.
 *
 * @param context hashes of the words that carry its sentence, ascending; of a statement, its own words
 * @param names hashes of the names among the sentence's words, ascending
 * @param figures hashes of the other figures in the sentence, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record Account(Claim claim, int[] context, int[] names, int[] figures) {}
