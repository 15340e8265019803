package dev.dateline.enrich.entities;

/**
 * Features of the second reading: what the first one made of this token, of its neighbours, and of the same words in
 * the rest of the article. A token never counts itself.
 */
public final class LabelFeatures {
    private static final int LONGEST_PHRASE = 4;

    private final Document document;
    private final Labels labels;
    private final int[] first;
    private final FeatureBuffer out;
    private final LabelCounts counts;
    /** For each token: the type and length, times 8, of the longest known phrase over it; 0 if none. */
    private final int[] phraseOver;

    private int from;
    private int to;

    /**
     * Counts the labels of an article.
     *
     * @param first the first pass's label of each token
     */
    public LabelFeatures(Document document, Labels labels, int[] first, FeatureBuffer out) {
        this(document, labels, first, out, new LabelCounts(labels));
    }

    /** @param counts to be filled anew */
    LabelFeatures(Document document, Labels labels, int[] first, FeatureBuffer out, LabelCounts counts) {
        this.document = document;
        this.labels = labels;
        this.first = first;
        this.out = out;
        this.counts = counts;
        counts.clear();
        this.phraseOver = new int[first.length];
        for (int token = 0; token < first.length; token++) {
            long word = document.words[token].lower;
            int label = first[token];
            counts.types.add(word, labels.type(label) + 1);
            boolean several = label != Labels.OUTSIDE && !(Labels.opens(label) && Labels.closes(label));
            if (several) {
                counts.parts.add(word, label);
            }
            if (label != Labels.OUTSIDE && Labels.opens(label)) {
                counts.phrases.add(phrase(token, end(token)), labels.type(label));
            }
        }
        for (int s = 0; s < document.sentences.size(); s++) {
            coverPhrases(document.sentences.firstTokens()[s], document.sentences.firstTokens()[s + 1]);
        }
    }

    private int end(int token) {
        int end = token + 1;
        while (!Labels.closes(first[end - 1])) {
            end++;
        }
        return end;
    }

    private long phrase(int start, int end) {
        long hash = 0;
        for (int i = start; i < end; i++) {
            hash = Hash.of(hash, document.words[i].lower);
        }
        return hash;
    }

    /** Marks tokens that read like a name found elsewhere, counting a name's other mentions only. */
    private void coverPhrases(int start, int end) {
        for (int token = start; token < end; token++) {
            if (!document.words[token].capital) {
                continue;
            }
            long hash = 0;
            for (int last = token; last < Math.min(end, token + LONGEST_PHRASE); last++) {
                hash = Hash.of(hash, document.words[last].lower);
                int seen = counts.phrases.row(hash);
                int length = last - token + 1;
                if (seen != Tallies.ABSENT) {
                    int type = counts.phrases.most(seen, ownType(token, last + 1));
                    for (int i = token; type >= 0 && i <= last; i++) {
                        if (phraseOver[i] / 8 % 8 <= length) {
                            phraseOver[i] = (type + 1) * 64 + length * 8 + Math.min(7, i - token);
                        }
                    }
                }
            }
        }
    }

    /** The type of the mention at exactly these tokens, −1 if there is none. */
    private int ownType(int start, int end) {
        int label = first[start];
        return label != Labels.OUTSIDE && Labels.opens(label) && end(start) == end ? labels.type(label) : -1;
    }

    /** Turns to another sentence. */
    public void sentence(int sentence) {
        from = document.sentences.firstTokens()[sentence];
        to = document.sentences.firstTokens()[sentence + 1];
    }

    /** Fills the buffer with the features of a token of the current sentence. */
    public void extract(int token) {
        out.clear();
        Word word = document.words[token];
        int own = first[token];
        int previous = token > from ? first[token - 1] : -1;
        int next = token + 1 < to ? first[token + 1] : -1;
        out.add(300, own);
        out.add(301, previous);
        out.add(302, next);
        out.add(303, previous, own);
        out.add(304, own, next);
        out.add(305, previous, own, next);
        out.add(306, own, word.lower);
        out.add(307, previous, word.lower);
        out.add(308, next, word.lower);
        out.add(309, own, word.shape);
        if (word.letters) {
            sameWord(word, own);
            samePhrase(token, own, word);
            Acronyms.Expansion found = document.acronyms().expansion(word);
            if (found != null) {
                out.add(330, first[found.tail()]);
                out.add(331, labels.type(first[found.tail()]), labels.type(first[found.head()]), own);
            }
        }
    }

    private void sameWord(Word word, int own) {
        int ownType = labels.type(own) + 1;
        int seen = counts.types.row(word.lower);
        int majority = counts.types.most(seen, ownType);
        for (int type = 0; type <= labels.types().size(); type++) {
            int count = counts.types.count(seen, type) - (type == ownType ? 1 : 0);
            if (count > 0) {
                out.add(310, type, Math.min(4, count));
                out.add(311, type, Math.min(4, count), own);
                out.add(312, type, word.shape);
            }
        }
        out.add(313, majority, own);
        out.add(314, majority, ownType, word.shape);
        int inside = counts.parts.row(word.lower);
        int part = inside == Tallies.ABSENT ? -1 : counts.parts.most(inside, own);
        if (part >= 0) {
            out.add(315, part);
            out.add(316, part, own);
            out.add(317, part, majority, own);
        }
    }

    private void samePhrase(int token, int own, Word word) {
        int over = phraseOver[token];
        if (over != 0) {
            out.add(320, over);
            out.add(321, over, own);
            out.add(322, over >> 6, own, word.shape);
        }
    }
}
