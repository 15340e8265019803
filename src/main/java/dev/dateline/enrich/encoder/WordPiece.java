package dev.dateline.enrich.encoder;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The BERT tokenizer: cleans, strips accents and lower-cases where the vocabulary is so, splits at white space and
 * punctuation, then cuts each word into the longest known pieces from the left. Follows the paper of BERT and its reference implementation; written
 * out here because the usual library brings native code and a cache directory for what is a page of Java. One
 * difference on purpose: the names of special tokens standing in an article ("[SEP]") are ordinary text.
 *
 * <p>Thread-safe. Reads no further than the pieces asked for.
 */
final class WordPiece implements Tokenizer {
    private static final int LONGEST_WORD = 100;

    private final Vocabulary vocabulary;
    private final boolean lowerCase;
    private final int unknown;
    private final int first;
    private final int last;

    /** For a vocabulary; {@code lowerCase} if it has neither capitals nor accents. */
    WordPiece(Vocabulary vocabulary, boolean lowerCase) {
        this.vocabulary = vocabulary;
        this.lowerCase = lowerCase;
        this.unknown = vocabulary.require("[UNK]");
        this.first = vocabulary.require("[CLS]");
        this.last = vocabulary.require("[SEP]");
    }

    @Override
    public long[] encode(CharSequence text, int limit) {
        Pieces pieces = new Pieces(limit - 1);
        pieces.add(first);
        StringBuilder chunk = new StringBuilder();
        int length = text.length();
        for (int i = 0; i < length && !pieces.full(); ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (dropped(c)) {
                continue;
            }
            boolean ideograph = isIdeograph(c);
            if (ideograph || isSpace(c)) {
                addChunk(chunk, pieces);
            }
            if (!isSpace(c)) {
                chunk.appendCodePoint(c);
            }
            if (ideograph) {
                addChunk(chunk, pieces);
            }
        }
        addChunk(chunk, pieces);
        return pieces.closedBy(last);
    }

    /** What stands between two spaces: normalised, then split at punctuation. Empties {@code chunk}. */
    private void addChunk(StringBuilder chunk, Pieces pieces) {
        if (chunk.length() == 0) {
            return;
        }
        String decomposed = lowerCase ? Normalizer.normalize(chunk, Normalizer.Form.NFD) : chunk.toString();
        chunk.setLength(0);
        StringBuilder word = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length() && !pieces.full(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (lowerCase && Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            // By code point, not String.toLowerCase: the reference knows no final sigma.
            int lower = lowerCase ? Character.toLowerCase(c) : c;
            if (isPunctuation(lower)) {
                addWord(word, pieces);
                word.appendCodePoint(lower);
                addWord(word, pieces);
            } else {
                word.appendCodePoint(lower);
            }
        }
        addWord(word, pieces);
    }

    private void addWord(StringBuilder word, Pieces pieces) {
        if (word.length() == 0) {
            return;
        }
        String whole = word.toString();
        word.setLength(0);
        int before = pieces.size();
        if (whole.codePointCount(0, whole.length()) > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        for (int from = 0; from < whole.length(); ) {
            int to = whole.length();
            Integer number = null;
            while (to > from && number == null) {
                String piece = whole.substring(from, to);
                number = vocabulary.numberOf(from == 0 ? piece : "##" + piece);
                to = number == null ? whole.offsetByCodePoints(to, -1) : to;
            }
            if (number == null) {
                // A word with one piece missing is unknown as a whole.
                pieces.cutBackTo(before);
                pieces.add(unknown);
                return;
            }
            pieces.add(number);
            from = to;
        }
    }

    private static boolean dropped(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > 32 && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Numbers so far, up to a limit; what comes after is dropped. */
    private static final class Pieces {
        private final int limit;
        private long[] numbers;
        private int size;

        Pieces(int limit) {
            this.limit = limit;
            this.numbers = new long[Math.min(limit + 1, 64)];
        }

        boolean full() {
            return size >= limit;
        }

        int size() {
            return size;
        }

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        void cutBackTo(int earlier) {
            size = earlier;
        }

        long[] closedBy(int mark) {
            size = Math.min(size, limit);
            add(mark);
            return Arrays.copyOf(numbers, size);
        }
    }
}
