package dev.dateline.enrich.entities;

/**
 * The features of a token that need no label. Grouped into methods small enough for HotSpot to compile (8,000
 * bytecodes). The number that opens each feature is its template; numbers are never reused for another meaning without
 * training anew.
 */
public final class TokenFeatures {
    /** Of a word in the article that are looked at, the first ones. */
    private static final int PLACES = 5;

    private static final Standing[] STANDINGS = Standing.values();

    private final Document document;
    private final FeatureBuffer out;
    private int from;
    private int to;
    private boolean headline;
    private int place;

    public TokenFeatures(Document document, FeatureBuffer out) {
        this.document = document;
        this.out = out;
    }

    /** Turns to another sentence. */
    public void sentence(int sentence) {
        from = document.sentences.firstTokens()[sentence];
        to = document.sentences.firstTokens()[sentence + 1];
        headline = document.headline(sentence);
        place = Math.min(sentence, 4);
    }

    /** Fills the buffer with all features of a token of the current sentence. */
    public void extract(int token) {
        out.clear();
        for (Standing standing : STANDINGS) {
            standing.extract(word(token, standing), out);
        }
        addJoint(token);
    }

    /** The word that stands so, seen from this token of the current sentence. */
    Word word(int token, Standing standing) {
        return document.word(token + standing.offset(), from, to);
    }

    /** Fills the buffer with those features that it takes more than one word's standing for. */
    void extractJoint(int token) {
        out.clear();
        addJoint(token);
    }

    private void addJoint(int token) {
        Word word = document.words[token];
        Word previous = document.word(token - 1, from, to);
        Word next = document.word(token + 1, from, to);
        Word second = document.word(token - 2, from, to);
        Word afterNext = document.word(token + 2, from, to);
        out.add(198, place, word.shape);
        neighbours(second, previous, word, next, afterNext);
        shapes(token, second, previous, word, next, afterNext);
        paths(previous, word, next);
        clusters(previous, word, next);
        lists(token, word);
        if (word.capital) {
            new RunFeatures(document, out, from, to).extract(token);
            elsewhere(token, word);
            expansion(word);
        }
        if (headline) {
            headline(previous, word, next);
        }
    }

    private void neighbours(Word second, Word previous, Word word, Word next, Word afterNext) {
        out.add(26, previous.lower, word.lower);
        out.add(27, word.lower, next.lower);
        out.add(28, previous.lower, next.lower);
        out.add(29, second.lower, previous.lower);
        out.add(30, next.lower, afterNext.lower);
        out.add(31, previous.lower, word.lower, next.lower);
        out.add(32, second.lower, previous.lower, word.lower);
        out.add(33, word.lower, next.lower, afterNext.lower);
        out.add(34, second.lower, word.lower);
        out.add(35, word.lower, afterNext.lower);
        out.add(40, previous.tags, word.tags);
        out.add(41, word.tags, next.tags);
        out.add(42, previous.tags, word.tags, next.tags);
        out.add(43, previous.lower, word.shape);
        out.add(44, next.lower, word.shape);
    }

    private void shapes(int token, Word second, Word previous, Word word, Word next, Word afterNext) {
        boolean first = token == from;
        out.add(54, previous.shape, word.shape);
        out.add(55, word.shape, next.shape);
        out.add(56, previous.shape, word.shape, next.shape);
        out.add(57, Hash.of(second.shape, previous.shape, word.shape), next.shape, afterNext.shape);
        out.add(58, word.casing, word.shape, first ? 1 : 0);
        out.add(59, previous.casing, word.shape);
        out.add(60, next.casing, word.shape);
        if (first) {
            out.add(61, word.shape);
            out.add(62, word.lower);
        }
    }

    private void paths(Word previous, Word word, Word next) {
        out.add(120, previous.path, word.path);
        out.add(121, word.path, next.path);
        out.add(122, previous.coarsePath, word.coarsePath, next.coarsePath);
        out.add(125, previous.path, word.shape);
        out.add(126, next.path, word.shape);
        out.add(127, previous.path, next.path);
    }

    private void clusters(Word previous, Word word, Word next) {
        out.add(143, previous.cluster500(), word.cluster500());
        out.add(144, word.cluster500(), next.cluster500());
        out.add(145, previous.cluster100(), word.cluster100(), next.cluster100());
        out.add(147, previous.cluster500(), word.shape);
        out.add(148, next.cluster500(), word.shape);
    }

    private void lists(int token, Word word) {
        int mask = document.listed[token];
        int before = document.listed(token - 1, from, to);
        int after = document.listed(token + 1, from, to);
        out.add(150, mask, document.listedAs[token]);
        out.add(151, before, mask);
        out.add(152, mask, after);
        out.add(153, before, mask, after);
        out.add(154, mask, word.shape);
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            out.add(155, Integer.numberOfTrailingZeros(rest), document.listedAs[token], word.shape);
        }
    }

    /** The company the same word keeps elsewhere in the article often says what it is. */
    private void elsewhere(int token, Word word) {
        int other = document.firstPlace(token);
        for (int looked = 0; looked < PLACES; looked++) {
            if (other != token) {
                Word previous = other == 0 ? word : document.words[other - 1];
                Word next = other + 1 == document.words.length ? word : document.words[other + 1];
                out.add(160, previous.lower);
                out.add(161, next.lower);
                out.add(162, previous.path);
                out.add(163, next.path);
                out.add(164, previous.shape, next.shape);
            }
            other = document.nextPlace(other);
            if (other == 0) {
                return;
            }
        }
    }

    private void expansion(Word word) {
        Acronyms.Expansion found = document.acronyms().expansion(word);
        if (found != null) {
            Word head = document.words[found.head()];
            Word tail = document.words[found.tail()];
            out.add(200, tail.lower);
            out.add(201, head.lower);
            out.add(202, tail.path);
            out.add(203, tail.cluster500());
            out.add(204, tail.shape, head.shape);
            out.add(205, document.listed[found.tail()], document.listedAs[found.tail()]);
        }
    }

    private void headline(Word previous, Word word, Word next) {
        out.add(170, word.lower);
        out.add(171, word.shape);
        out.add(172, previous.lower);
        out.add(173, next.lower);
        out.add(174, word.recased);
        out.add(175, previous.shape, word.shape, next.shape);
    }
}
