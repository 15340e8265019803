package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** An article as the features see it: its words, what the gazetteers say of them, and where else they stand. */
public final class Document {
    /** Other places of a word that are looked at. */
    private static final int PLACES = 5;

    final Sentences sentences;
    final Word[] words;
    /** Bit mask of the gazetteers with a phrase over this token. */
    final int[] listed;
    /** How the token stands in the longest such phrase: 0 in none, else begins, inside, ends, alone. */
    final byte[] listedAs;

    private final Word before;
    private final Word after;
    private final Map<Word, int[]> places = new HashMap<>();
    private final boolean[] headlines;
    private final Acronyms acronyms = new Acronyms();

    public Document(String text, Sentences sentences, Lexica lexica) {
        this.sentences = sentences;
        this.words = new Word[sentences.tokens()];
        this.listed = new int[words.length];
        this.listedAs = new byte[words.length];
        this.before = new Word("\u0002", lexica);
        this.after = new Word("\u0003", lexica);
        this.headlines = new boolean[sentences.size()];
        readWords(text, lexica);
        for (int s = 0; s < sentences.size(); s++) {
            headlines[s] = looksLikeHeadline(s);
            lookUp(s, lexica);
            acronyms.read(words, sentences.firstTokens()[s], sentences.firstTokens()[s + 1]);
        }
    }

    private void readWords(String text, Lexica lexica) {
        Map<String, Word> known = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            String form = text.substring(sentences.tokenStarts()[i], sentences.tokenEnds()[i]);
            Word word = known.computeIfAbsent(form, unseen -> new Word(unseen, lexica));
            words[i] = word;
            if (word.capital) {
                int[] seen = places.computeIfAbsent(word, unseen -> new int[PLACES + 1]);
                if (seen[0] < PLACES) {
                    seen[++seen[0]] = i;
                }
            }
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
                hash = Lexica.phrase(hash, words[to].key);
                int code = lexica.mask(hash);
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

    /** Up to five tokens of the article with this capitalised word, the first ones. */
    int[] places(Word word) {
        int[] seen = places.get(word);
        return seen == null ? new int[0] : Arrays.copyOfRange(seen, 1, seen[0] + 1);
    }
}
