package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;

/** An article as the features see it: its words, what the gazetteers say of them, and where else they stand. */
public final class Document {
    final Sentences sentences;
    final Word[] words;
    /** Bit mask of the gazetteers with a phrase over this token. */
    final int[] listed;
    /** How the token stands in the longest such phrase: 0 in none, else begins, inside, ends, alone. */
    final byte[] listedAs;

    private final Word before;
    private final Word after;
    /** For each token the first one with the same word. */
    private final int[] firsts;
    /** By token: the next one with the same word, 0 for the last. */
    private final int[] nexts;

    private final boolean[] headlines;
    private final Acronyms acronyms = new Acronyms();

    /** For training. */
    public Document(String text, Sentences sentences, Lexica lexica) {
        this(text, sentences, lexica, Words.of(lexica), new FeatureBuffer());
    }

    /** @param buffer to be used meanwhile */
    Document(String text, Sentences sentences, Lexica lexica, Words known, FeatureBuffer buffer) {
        int tokens = sentences.tokens();
        this.sentences = sentences;
        this.words = new Word[tokens];
        this.listed = new int[tokens];
        this.listedAs = new byte[tokens];
        this.firsts = new int[tokens];
        this.nexts = new int[tokens];
        this.before = known.before();
        this.after = known.after();
        this.headlines = new boolean[sentences.size()];
        readWords(text, known, buffer);
        for (int s = 0; s < sentences.size(); s++) {
            headlines[s] = looksLikeHeadline(s);
            lookUp(s, lexica);
            acronyms.read(words, sentences.firstTokens()[s], sentences.firstTokens()[s + 1]);
        }
    }

    private void readWords(String text, Words known, FeatureBuffer buffer) {
        int[] starts = sentences.tokenStarts();
        int[] ends = sentences.tokenEnds();
        // Open addressing: the first token with a word, plus 1.
        int[] slots = new int[Integer.highestOneBit(words.length + 1) * 4];
        int[] lasts = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            long hash = Hash.of(text, starts[i], ends[i]);
            int length = ends[i] - starts[i];
            int slot = (int) hash & (slots.length - 1);
            while (slots[slot] != 0 && !words[slots[slot] - 1].is(text, starts[i], length)) {
                slot = (slot + 1) & (slots.length - 1);
            }
            if (slots[slot] == 0) {
                slots[slot] = i + 1;
                words[i] = known.of(text, starts[i], ends[i], hash, buffer);
            } else {
                words[i] = words[slots[slot] - 1];
                nexts[lasts[slots[slot] - 1]] = i;
            }
            firsts[i] = slots[slot] - 1;
            lasts[firsts[i]] = i;
        }
    }

    private boolean looksLikeHeadline(int sentence) {
        int longWords = 0;
        int capital = 0;
        for (int i = sentences.firstTokens()[sentence]; i < sentences.firstTokens()[sentence + 1]; i++) {
            if (words[i].letters && words[i].text.length() > 3) {
                longWords++;
                capital += words[i].capital ? 1 : 0;
            }
        }
        return longWords > 2 && capital * 10 >= longWords * 7;
    }

    private void lookUp(int sentence, Lexica lexica) {
        int end = sentences.firstTokens()[sentence + 1];
        for (int from = sentences.firstTokens()[sentence]; from < end; from++) {
            long hash = 0;
            int longest = 0;
            int mask = 0;
            for (int to = from; to < Math.min(end, from + Lexica.MAX_PHRASE_TOKENS); to++) {
                hash = Lexica.phrase(hash, words[to].form);
                int code = to == from ? words[to].listed : lexica.mask(hash);
                if (code == 0) {
                    break;
                }
                if (code > 1) {
                    longest = to - from + 1;
                    mask = code >> 1;
                }
                if ((code & 1) == 0) {
                    break;
                }
            }
            mark(from, longest, mask);
        }
    }

    private void mark(int from, int length, int mask) {
        for (int i = from; i < from + length; i++) {
            listed[i] |= mask;
            byte as = (byte) (length == 1 ? 4 : i == from ? 1 : i == from + length - 1 ? 3 : 2);
            if (listedAs[i] == 0 || listedAs[i] == 4) {
                listedAs[i] = as;
            }
        }
    }

    /** Whether each token starts with a capital. */
    public boolean[] capitals() {
        boolean[] capitals = new boolean[words.length];
        for (int i = 0; i < capitals.length; i++) {
            capitals[i] = words[i].capital;
        }
        return capitals;
    }

    Acronyms acronyms() {
        return acronyms;
    }

    boolean headline(int sentence) {
        return headlines[sentence];
    }

    /** The word at a token, or a stand-in beyond the sentence {@code from..to}. */
    Word word(int token, int from, int to) {
        return token < from ? before : token >= to ? after : words[token];
    }

    int listed(int token, int from, int to) {
        return token < from || token >= to ? 0 : listed[token];
    }

    /** The first token with the same word as this one. */
    int firstPlace(int token) {
        return firsts[token];
    }

    /** The next token with the same word, 0 if there is none. */
    int nextPlace(int token) {
        return nexts[token];
    }
}
