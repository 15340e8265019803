package dev.dateline.tool.quotes;

import dev.dateline.enrich.quotes.AttributionModel;
import dev.dateline.enrich.quotes.Reading;
import dev.dateline.enrich.quotes.Window;
import dev.dateline.tool.quotes.QuotedText.Marked;
import dev.dateline.tool.quotes.QuotedText.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** What a marked text teaches: which words report something, and the label of each unit around them. */
final class Lessons {
    /** Among a cue's words the one that is a cue most often; the rest of them is grammar. */
    private final Map<Integer, int[]> counts = new HashMap<>();

    private static final int CUES = 0;
    private static final int ALL = 1;
    private static final int FEWEST = 2;
    private static final double LEAST_SHARE = 0.01;

    /** Counts how often each word is marked as a cue and how often it occurs. */
    void count(Reading reading, QuotedText text) {
        boolean[] cue = new boolean[reading.tokens()];
        for (Marked marked : text.quotes()) {
            mark(reading, marked.cue(), cue);
        }
        for (int token = 0; token < reading.tokens(); token++) {
            int[] count = counts.computeIfAbsent(reading.word(token), unseen -> new int[2]);
            count[ALL]++;
            count[CUES] += cue[token] ? 1 : 0;
        }
    }

    private double share(int word) {
        int[] count = counts.getOrDefault(word, new int[2]);
        return count[CUES] < FEWEST ? 0 : (double) count[CUES] / (count[ALL] + 5);
    }

    /** The hashes of the words that may report something. */
    int[] cueWords(Iterable<Integer> known) {
        java.util.TreeSet<Integer> words = new java.util.TreeSet<>();
        known.forEach(words::add);
        counts.forEach((word, count) -> {
            if (share(word) >= LEAST_SHARE) {
                words.add(word);
            }
        });
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The head of each marked quotation's cue; −1 where it has none that may be one. */
    int head(Reading reading, Marked marked, IntPredicate mayReport) {
        int best = -1;
        for (int token : tokens(reading, marked.cue())) {
            boolean allowed =
                    mayReport.test(reading.word(token)) && !reading.quotations().quoted(token);
            if (allowed && (best < 0 || share(reading.word(token)) > share(reading.word(best)))) {
                best = token;
            }
        }
        return best;
    }

    /** The label of each unit of the window. */
    static int[] labels(Window window, Reading reading, Marked marked) {
        boolean[] content = new boolean[reading.tokens()];
        boolean[] source = new boolean[reading.tokens()];
        mark(reading, marked.content(), content);
        mark(reading, marked.source(), source);
        int[] labels = new int[window.size()];
        for (int unit = 0; unit < labels.length; unit++) {
            int said = 0;
            int saying = 0;
            for (int token = window.from(unit); token < window.to(unit); token++) {
                said += content[token] ? 1 : 0;
                saying += source[token] ? 1 : 0;
            }
            int half = (window.to(unit) - window.from(unit) + 1) / 2;
            labels[unit] = said >= half
                    ? AttributionModel.CONTENT
                    : saying >= half ? AttributionModel.SOURCE : AttributionModel.NEITHER;
        }
        labels[window.cueUnit()] = AttributionModel.NEITHER;
        return labels;
    }

    private static void mark(Reading reading, List<Span> spans, boolean[] marks) {
        for (int token : tokens(reading, spans)) {
            marks[token] = true;
        }
    }

    /** The tokens that the spans touch. */
    private static List<Integer> tokens(Reading reading, List<Span> spans) {
        List<Integer> tokens = new ArrayList<>();
        for (Span span : spans) {
            int low = 0;
            int high = reading.tokens();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (reading.end(middle) <= span.start()) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            for (int token = low; token < reading.tokens() && reading.start(token) < span.end(); token++) {
                tokens.add(token);
            }
        }
        return tokens;
    }
}
