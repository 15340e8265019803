package dev.dateline.enrich.entities;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Makes words, and remembers some of them with the sums of the features that each brings alone: a few thousand
 * words make up most of the news. What is remembered changes nothing but the time it takes. Thread-safe.
 */
final class Words {
    /** Of two words each; a word with the sums of two passes takes 900 bytes. */
    private static final int SETS = 1 << 13;

    /** In characters: longer ones are links, or made to cost memory. */
    private static final int LONGEST = 32;

    private static final FeatureTable NO_TABLE = FeatureTable.of(1, new int[2], new short[0], new byte[0]);
    private static final Standing[] STANDINGS = Standing.values();

    private final Lexica lexica;
    private final FeatureTable table;
    /** 0 if nothing is added up. */
    private final int columns;

    private final int sets;
    /** The two of a set side by side, the one that was met again first. */
    private final AtomicReferenceArray<Word> remembered;

    private final Word before;
    private final Word after;

    /** Words with the sums of the first {@code columns} of a table. */
    Words(Lexica lexica, FeatureTable table, int columns) {
        this(lexica, table, columns, SETS);
    }

    private Words(Lexica lexica, FeatureTable table, int columns, int sets) {
        this.lexica = lexica;
        this.table = table;
        this.columns = columns;
        this.sets = sets;
        this.remembered = new AtomicReferenceArray<>(2 * sets);
        FeatureBuffer buffer = new FeatureBuffer();
        this.before = word("\u0002", buffer);
        this.after = word("\u0003", buffer);
    }

    /** Words without sums, for training. */
    static Words of(Lexica lexica) {
        return new Words(lexica, NO_TABLE, 0, 1);
    }

    /** Stands in for what is before a sentence. */
    Word before() {
        return before;
    }

    Word after() {
        return after;
    }

    /** The word of these characters, whose {@link Hash} this is. */
    Word of(String text, int start, int end, long hash, FeatureBuffer buffer) {
        int length = end - start;
        if (length > LONGEST) {
            return word(text.substring(start, end), buffer);
        }
        int set = ((int) (hash >>> 32) & (sets - 1)) * 2;
        Word first = remembered.getAcquire(set);
        if (first != null && first.is(text, start, length)) {
            return first;
        }
        Word found = remembered.getAcquire(set + 1);
        if (found != null && found.is(text, start, length)) {
            remembered.setRelease(set, found);
            remembered.setRelease(set + 1, first);
            return found;
        }
        found = word(text.substring(start, end), buffer);
        remembered.setRelease(first == null ? set : set + 1, found);
        return found;
    }

    private Word word(String text, FeatureBuffer buffer) {
        Word word = new Word(text, lexica);
        if (columns > 0) {
            int stride = LabelSums.size(columns) + 1;
            // Written before anybody else sees the word.
            word.sums = new long[STANDINGS.length * stride];
            for (Standing standing : STANDINGS) {
                buffer.clear();
                standing.extract(word, buffer);
                int at = standing.place() * stride;
                word.sums[at + stride - 1] =
                        table.addTo(word.sums, at, LabelSums.rounded(columns), buffer, 0, buffer.size());
            }
        }
        return word;
    }
}
