package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.sentences.SentenceSplitter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the tagger knows of words beyond its training articles. Word keys are {@link #key}s.
 *
 * @param brown lower-case word to an index into {@code paths}
 * @param paths Brown cluster paths: a leading 1, then the path's bits
 * @param clusters word to its cluster of word vectors, 0 to 1,999; every 4 in a row lie in one of 500, every 20 in one
 *     of 100
 * @param tagSets word to the set of parts of speech it can be, numbered
 * @param phrases hashed phrase ({@link #phrase}) to an index into {@code masks}
 * @param masks a bit for each gazetteer that lists the phrase, shifted left by one, plus 1 if a longer phrase begins so
 * @param cases lower-case word to how often it is written lower-case inside a sentence, in eight steps
 */
@SuppressWarnings("ArrayRecordComponent")
public record Lexica(
        Lexicon brown, int[] paths, Lexicon clusters, Lexicon tagSets, Lexicon phrases, int[] masks, Lexicon cases) {
    /** Phrases of more tokens are not looked up. */
    public static final int MAX_PHRASE_TOKENS = 6;

    public static final int FINEST_CLUSTERS = 2000;

    /** The key of a word: its characters with every figure read as 0. */
    public static long key(String word) {
        return Hash.of(Shape.figuresAsZero(word));
    }

    /** The hash of a phrase one word longer. */
    static long phrase(long before, long key) {
        return Hash.of(before, key);
    }

    /** The hashes of all beginnings of a phrase, the whole phrase last; its tokens are the tagger's own. */
    public static long[] phrase(String words) {
        Sentences tokens = SentenceSplitter.split(words, "en");
        long[] hashes = new long[tokens.tokens()];
        long hash = 0;
        for (int i = 0; i < hashes.length; i++) {
            hash = phrase(hash, key(words.substring(tokens.tokenStarts()[i], tokens.tokenEnds()[i])));
            hashes[i] = hash;
        }
        return hashes;
    }

    /** The Brown path of a lower-case word, 0 if unknown. */
    int path(long lower) {
        int index = brown.code(lower);
        return index == Lexicon.ABSENT ? 0 : paths[index];
    }

    /** The mask of a hashed phrase, 0 if neither it nor any that begins with it is known. */
    int mask(long phrase) {
        int index = phrases.code(phrase);
        return index == Lexicon.ABSENT ? 0 : masks[index];
    }

    /** For a log line. */
    public String sizes() {
        return brown.size() + " Brown words, " + clusters.size() + " clustered, " + tagSets.size() + " with tags, "
                + phrases.size() + " phrases and their beginnings, " + cases.size() + " with case";
    }

    void write(DataOutputStream out) throws IOException {
        brown.write(out);
        Packed.writeInts(out, paths);
        clusters.write(out);
        tagSets.write(out);
        phrases.write(out);
        Packed.writeInts(out, masks);
        cases.write(out);
    }

    static Lexica read(DataInputStream in) throws IOException {
        return new Lexica(
                Lexicon.read(in),
                Packed.readInts(in),
                Lexicon.read(in),
                Lexicon.read(in),
                Lexicon.read(in),
                Packed.readInts(in),
                Lexicon.read(in));
    }
}
