package dev.dateline.enrich.encoder;

/** Cuts a text into the pieces that an encoder has learned. Thread-safe. */
interface Tokenizer {
    /**
     * The numbers of the text's pieces, between the marks of start and end.
     *
     * @param limit the most numbers to return, at least 2, the two marks among them; the text is read no further
     */
    long[] encode(CharSequence text, int limit);
}
