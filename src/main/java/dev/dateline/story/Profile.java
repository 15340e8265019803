package dev.dateline.story;

/**
 * What of an article is compared. The weights are those of the day it came: they never change after.
 *
 * @param words of the whole text, the heaviest
 * @param entities words of the names of its entities
 * @param lead words of its opening, headline included
 * @param vector in 8 bits; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent")
record Profile(Terms words, Terms entities, Terms lead, byte[] vector, Shingles shingles) {
    static final Profile NONE = new Profile(Terms.NONE, Terms.NONE, Terms.NONE, new byte[0], Shingles.NONE);

    private static final int WORD_KEYS = 16;
    private static final int ENTITY_KEYS = 6;

    /** Terms under which other articles look for this one. */
    int[] keys() {
        int[] ofWords = words.heaviest(WORD_KEYS);
        int[] ofEntities = entities.heaviest(ENTITY_KEYS);
        int[] keys = new int[ofWords.length + ofEntities.length];
        System.arraycopy(ofWords, 0, keys, 0, ofWords.length);
        System.arraycopy(ofEntities, 0, keys, ofWords.length, ofEntities.length);
        return keys;
    }
}
