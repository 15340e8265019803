package dev.dateline.enrich.sentences;

import dev.dateline.article.Sentences;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Splits a text into tokens and sentences by rules; linear in the length of the text. A paragraph's end ends a
 * sentence, and so does {@value #MAX_SENTENCE_TOKENS} tokens without an end, which keeps later stages bounded.
 */
public final class SentenceSplitter {
    static final int MAX_SENTENCE_TOKENS = 400;

    private static final Set<String> DOTTED_ORDINALS =
            Set.of("de", "da", "nb", "nn", "no", "fi", "cs", "sk", "sl", "hr", "hu", "et", "lv", "is");

    private SentenceSplitter() {}

    /**
     * The sentences of a text.
     *
     * @param languageTag BCP 47, {@code und} if unknown; it only settles what dots after figures mean
     */
    public static Sentences split(String text, String languageTag) {
        return new Run(text, DOTTED_ORDINALS.contains(languageTag.split("-", 2)[0])).split();
    }

    private static final class Run {
        private final String text;
        private final TokenScanner scanner;
        private final LineBreaks lines;
        private final SentenceEnds sentenceEnds;
        private int[] starts;
        private int[] ends;
        private int[] firsts = new int[64];
        private int tokens;
        private int sentences;

        Run(String text, boolean dottedOrdinals) {
            this.text = text;
            this.scanner = new TokenScanner(text);
            this.lines = new LineBreaks(text);
            this.sentenceEnds = new SentenceEnds(text, dottedOrdinals);
            this.starts = new int[text.length() / 5 + 16];
            this.ends = new int[starts.length];
        }

        Sentences split() {
            for (int at = scanner.skipBlank(0); at < text.length(); ) {
                int end = scanner.end(at);
                append(at, end);
                if (tokens == 1 || breaksBefore(tokens - 1)) {
                    open(tokens - 1);
                }
                at = scanner.skipBlank(end);
            }
            open(tokens);
            int[] first = tokens == 0 ? new int[] {0} : Arrays.copyOf(firsts, sentences);
            return new Sentences(Arrays.copyOf(starts, tokens), Arrays.copyOf(ends, tokens), first);
        }

        private boolean breaksBefore(int token) {
            int first = firsts[sentences - 1];
            return token - first >= MAX_SENTENCE_TOKENS
                    || lines.paragraphEnds(ends[token - 1], starts[token])
                    || sentenceEnds.endsBefore(token, starts, ends, first);
        }

        private void append(int start, int end) {
            if (tokens == starts.length) {
                starts = Arrays.copyOf(starts, tokens * 2);
                ends = Arrays.copyOf(ends, tokens * 2);
            }
            starts[tokens] = start;
            ends[tokens++] = end;
        }

        private void open(int token) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while splitting sentences");
            }
            if (sentences == firsts.length) {
                firsts = Arrays.copyOf(firsts, sentences * 2);
            }
            firsts[sentences++] = token;
        }
    }
}
