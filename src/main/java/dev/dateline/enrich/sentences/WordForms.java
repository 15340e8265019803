package dev.dateline.enrich.sentences;

import java.util.Locale;

/**
 * The strings of words. A few thousand words make up most of the news, so the strings of those met lately are handed out
 * again: an article brings few of its own. What is remembered changes nothing but the memory it takes. Thread-safe.
 */
public final class WordForms {
    /** One word a slot, at most some 100 bytes each. */
    private static final int SLOTS = 1 << 14;

    /** In characters: longer ones are links, or made to cost memory. */
    private static final int LONGEST = 24;

    /** Written without locks: a form never changes, and one that another thread overwrites is only made anew. */
    private static final WordForms[] MET = new WordForms[SLOTS];

    private final String raw;
    private final String lower;

    private WordForms(String raw) {
        this.raw = raw;
        this.lower = raw.toLowerCase(Locale.ROOT);
    }

    /** The word that stands there. */
    public static WordForms of(String text, int from, int to) {
        if (to - from > LONGEST) {
            return new WordForms(text.substring(from, to));
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        WordForms met = MET[slot];
        if (met == null || met.raw.length() != to - from || !text.startsWith(met.raw, from)) {
            met = new WordForms(text.substring(from, to));
            MET[slot] = met;
        }
        return met;
    }

    /** As it stands in the text. */
    public String raw() {
        return raw;
    }

    /** In lower case. */
    public String lower() {
        return lower;
    }
}
