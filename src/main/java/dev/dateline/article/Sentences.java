package dev.dateline.article;

/**
 * Sentence and token boundaries of one text, as flat arrays because the tagger reads them in its innermost loop.
 * Offsets are UTF-16 indices into {@link Text#value()}, end exclusive. The arrays are shared, not copied: do not write.
 *
 * @param tokenStarts first character of each token, ascending
 * @param tokenEnds one past the last character of each token
 * @param firstTokens index of each sentence's first token, ascending, closed by the number of tokens: sentence
 *     {@code s} holds the tokens {@code firstTokens[s]} to {@code firstTokens[s + 1] - 1}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sentences(int[] tokenStarts, int[] tokenEnds, int[] firstTokens) {
    /** The number of sentences. */
    public int size() {
        return firstTokens.length - 1;
    }

    public int tokens() {
        return tokenStarts.length;
    }

    /** UTF-16 index of the sentence's first character. */
    public int start(int sentence) {
        return tokenStarts[firstTokens[sentence]];
    }

    /** UTF-16 index one past the sentence's last character. */
    public int end(int sentence) {
        return tokenEnds[firstTokens[sentence + 1] - 1];
    }
}
