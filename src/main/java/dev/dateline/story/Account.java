package dev.dateline.story;

/**
 * A claim with what says whether another is about the same thing.
 *
 * @param context hashes of the words that carry its sentence, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record Account(Claim claim, int[] context) {}
