package dev.dateline.enrich.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * SentencePiece's unigram tokenizer, as the multilingual encoders of the XLM-R kind have it: each word, a mark in front of
 * it, is cut into the known pieces whose logarithms of probability add up to the most (Kudo, 2018). The text is brought to
 * Unicode's form NFKC first, without control characters, white space as one space; of the {@code Precompiled} tables that
 * come with these encoders this is what they do to all but rare characters.
 *
 * <p>Reads no further than the pieces asked for.
 */
final class Unigram implements Tokenizer {
    /** Stands for the space before a word. */
    private static final char SPACE = '\u2581';
    /** How much worse than the worst piece a character that no piece covers is. */
    private static final double UNKNOWN_PENALTY = 10;
    /** Longer words are cut, so that a text without spaces costs no more than one with them. */
    private static final int LONGEST_WORD = 256;

    private final ScoredPieces pieces;
    private final int first;
    private final int last;
    private final double unknownScore;

    Unigram(ScoredPieces pieces) {
        this.pieces = pieces;
        this.first = pieces.requireOne("<s>", "[CLS]");
        this.last = pieces.requireOne("</s>", "[SEP]");
        this.unknownScore = pieces.lowestScore() - UNKNOWN_PENALTY;
    }

    @Override
    public long[] encode(CharSequence text, int limit) {
        List<Integer> found = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length() && found.size() < limit - 2; ) {
            int c = i == text.length() ? ' ' : Character.codePointAt(text, i);
            i += Character.charCount(c);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space && !dropped(c)) {
                word.appendCodePoint(c);
            }
            if (word.length() > 0 && (space || word.length() >= LONGEST_WORD)) {
                addWord(word.toString(), found);
                word.setLength(0);
            }
        }
        long[] numbers = new long[Math.min(found.size(), limit - 2) + 2];
        numbers[0] = first;
        for (int i = 1; i < numbers.length - 1; i++) {
            numbers[i] = found.get(i - 1);
        }
        numbers[numbers.length - 1] = last;
        return numbers;
    }

    private static boolean dropped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            // Marks of direction and of no width say nothing of the word; a joiner shapes it.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> c == 0xFFFD;
        };
    }

    /** A form of compatibility may hold spaces, as that of an accent alone does. */
    private void addWord(String raw, List<Integer> found) {
        for (String word : Normalizer.normalize(raw, Normalizer.Form.NFKC).split("\\s+", -1)) {
            if (!word.isEmpty()) {
                addPieces(SPACE + word, found);
            }
        }
    }

    /** The best way to each place of the word, from the left (Viterbi). */
    private void addPieces(String word, List<Integer> found) {
        int length = word.length();
        double[] best = new double[length + 1];
        int[] from = new int[length + 1];
        int[] number = new int[length + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        for (int start = 0; start < length; start++) {
            if (best[start] == Double.NEGATIVE_INFINITY) {
                continue;
            }
            int single = start + Character.charCount(word.codePointAt(start));
            boolean covered = false;
            int longest = Math.min(length, start + pieces.longest());
            for (int end = single; end <= longest; end++) {
                int piece = pieces.numberOf(word.substring(start, end));
                if (piece >= 0) {
                    covered |= end == single;
                    step(start, end, piece, pieces.score(piece), best, from, number);
                }
            }
            if (!covered) {
                step(start, single, pieces.unknown(), unknownScore, best, from, number);
            }
        }
        int at = found.size();
        for (int end = length; end > 0; end = from[end]) {
            found.add(at, number[end]);
        }
        // Characters that nothing covers count as one piece, however many stand together.
        for (int i = found.size() - 1; i > at; i--) {
            if (found.get(i) == pieces.unknown() && found.get(i - 1) == pieces.unknown()) {
                found.remove(i);
            }
        }
    }

    private static void step(int start, int end, int piece, double score, double[] best, int[] from, int[] number) {
        if (best[start] + score > best[end]) {
            best[end] = best[start] + score;
            from[end] = start;
            number[end] = piece;
        }
    }
}
