package dev.dateline.enrich.sentences;

/** Whether a sentence ends between two tokens of one paragraph. */
final class SentenceEnds {
    private final String text;
    /** In German and its neighbours "3. Oktober" is an ordinal. */
    private final boolean dottedOrdinals;

    SentenceEnds(String text, boolean dottedOrdinals) {
        this.text = text;
        this.dottedOrdinals = dottedOrdinals;
    }

    /**
     * Decides at the gap before token {@code next}.
     *
     * @param starts token starts, filled up to and including {@code next}
     * @param ends token ends, likewise
     * @param first the sentence's first token
     */
    boolean endsBefore(int next, int[] starts, int[] ends, int first) {
        int last = next - 1;
        while (last > first && closing(text.charAt(starts[last])) && ends[last] - starts[last] == 1) {
            last--;
        }
        char mark = text.charAt(ends[last] - 1);
        if (wide(mark)) {
            char after = text.charAt(starts[next]);
            return after == '\u201C' || !closing(after);
        }
        if (!terminal(mark) || ends[next - 1] == starts[next]) {
            return false;
        }
        if (Character.isLowerCase(text.codePointAt(starts[next])) || closesOnly(next, starts, ends)) {
            return false;
        }
        if (mark != '.') {
            return true;
        }
        if (ends[last] - starts[last] > 1) {
            return ellipsis(starts[last]) || acronymEnds(next, starts, ends, starts[last], ends[last]);
        }
        return last == first || stopEnds(next, starts, ends, last);
    }

    private boolean ellipsis(int start) {
        return text.charAt(start) == '.';
    }

    /** "U.S. The" ends a sentence, "U.S. Congress" and "J. Smith" do not. */
    private boolean acronymEnds(int next, int[] starts, int[] ends, int start, int end) {
        return end - start > 2 && Abbreviations.opener(text.substring(starts[next], ends[next]));
    }

    private boolean stopEnds(int next, int[] starts, int[] ends, int stop) {
        int before = stop - 1;
        if (ends[before] != starts[stop]) {
            return true;
        }
        String word = text.substring(starts[before], ends[before]);
        String opener = text.substring(starts[next], ends[next]);
        if (Abbreviations.title(word)) {
            return Abbreviations.opener(opener) || !Character.isLetterOrDigit(opener.codePointAt(0));
        }
        if (Abbreviations.other(word)) {
            return Abbreviations.opener(opener);
        }
        return !(dottedOrdinals && word.length() <= 2 && Character.isDigit(word.charAt(0)));
    }

    /** A closing quotation mark set off by a space belongs to what came before. */
    private boolean closesOnly(int next, int[] starts, int[] ends) {
        char c = text.charAt(starts[next]);
        boolean detached = ends[next] < text.length() && Character.isWhitespace(text.charAt(ends[next]));
        return ends[next] - starts[next] == 1 && detached && closing(c);
    }

    private static boolean terminal(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u061F' || c == '\u06D4' || c == '\u0964';
    }

    /** Full-width marks, which no space follows. */
    private static boolean wide(char c) {
        return c == '\u3002' || c == '\uFF01' || c == '\uFF1F' || c == '\uFF61';
    }

    private static boolean closing(char c) {
        return switch (c) {
            case '"', '\'', '\u201D', '\u2019', '\u00BB', ')', ']', '\u300D', '\u300F', '\uFF09', '\u201C' -> true;
            default -> false;
        };
    }
}
