package dev.dateline.tool.quotes;

import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.tool.labelled.Figures;
import dev.dateline.tool.quotes.QuotedText.Marked;
import dev.dateline.tool.quotes.QuotedText.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quotations found against quotations marked. Each found one is paired with at most one marked one, the pairs that share
 * most characters first; a pair overlaps if it shares any, and is exact if nothing but quotation marks, blanks and
 * punctuation at the ends of a part is in one and not in the other. A marked quotation is direct if all of it stands in
 * quotation marks. A speaker is right if their span overlaps the marked one, counted over overlapping pairs where a
 * speaker is marked.
 */
final class QuoteScores {
    private static final int CONTEXT = 60;

    private final int mostErrors;
    private final Map<String, List<String>> errors = new TreeMap<>();
    private final Map<String, int[]> classes = new TreeMap<>();
    private final Tally overlap = new Tally();
    private final Tally exact = new Tally();
    private final Tally direct = new Tally();
    private final Tally directOverlap = new Tally();
    private final Tally characters = new Tally();
    private int speakers;
    private int rightSpeakers;
    private int directSpeakers;
    private int rightDirectSpeakers;

    QuoteScores(int mostErrors) {
        this.mostErrors = mostErrors;
    }

    private static final class Tally {
        private int gold;
        private int found;
        private int rightGold;
        private int rightFound;

        double precision() {
            return found == 0 ? 0 : (double) rightFound / found;
        }

        double recall() {
            return gold == 0 ? 0 : (double) rightGold / gold;
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }
    }

    /** A quotation as published, as far as it is scored. */
    private record Found(List<Span> parts, boolean direct, List<Span> speaker, String kind, Annotation whole) {
        static Found of(Annotation quote) {
            List<Span> parts = new ArrayList<>();
            if (quote.details().get("parts") instanceof List<?> all) {
                for (Object part : all) {
                    if (part instanceof List<?> ends
                            && ends.get(0) instanceof Integer start
                            && ends.get(1) instanceof Integer end) {
                        parts.add(new Span(start, end));
                    }
                }
            }
            List<Span> speaker = quote.details().get("speaker") instanceof Map<?, ?> who
                            && who.get("start") instanceof Integer start
                            && who.get("end") instanceof Integer end
                    ? List.of(new Span(start, end))
                    : List.of();
            String kind = quote.details().get("cue") instanceof Map<?, ?> cue ? String.valueOf(cue.get("class")) : "-";
            return new Found(parts, "direct".equals(quote.details().get("quoteKind")), speaker, kind, quote);
        }
    }

    private record Pair(int gold, int found, int shared) {}

    void add(QuotedText text, Text codePoints, List<Annotation> annotations) {
        List<Found> found = annotations.stream().map(Found::of).toList();
        List<Marked> gold = text.quotes();
        int[] goldOf = new int[found.size()];
        int[] foundOf = new int[gold.size()];
        java.util.Arrays.fill(goldOf, -1);
        java.util.Arrays.fill(foundOf, -1);
        for (Pair pair : pairs(gold, found)) {
            if (goldOf[pair.found] < 0 && foundOf[pair.gold] < 0) {
                goldOf[pair.found] = pair.gold;
                foundOf[pair.gold] = pair.found;
            }
        }
        boolean[] quoted = quotedCharacters(codePoints);
        for (int i = 0; i < gold.size(); i++) {
            score(gold.get(i), foundOf[i] < 0 ? List.of() : List.of(found.get(foundOf[i])), codePoints, quoted);
        }
        for (int i = 0; i < found.size(); i++) {
            Found each = found.get(i);
            overlap.found++;
            exact.found++;
            int[] byClass = classes.computeIfAbsent(each.kind, unseen -> new int[2]);
            byClass[0]++;
            direct.found += each.direct ? 1 : 0;
            directOverlap.found += each.direct ? 1 : 0;
            if (goldOf[i] < 0) {
                note(
                        each.direct ? "direct, nothing marked" : "nothing marked",
                        codePoints,
                        each.parts,
                        describe(each, codePoints));
                continue;
            }
            byClass[1]++;
            boolean same = same(gold.get(goldOf[i]).content(), each.parts, codePoints);
            overlap.rightFound++;
            exact.rightFound += same ? 1 : 0;
            direct.rightFound += each.direct && same ? 1 : 0;
            if (each.direct && !same) {
                note(
                        "direct found with other ends",
                        codePoints,
                        each.parts,
                        "marked " + slices(gold.get(goldOf[i]).content(), codePoints) + " "
                                + cue(gold.get(goldOf[i]), codePoints));
            }
            directOverlap.rightFound += each.direct ? 1 : 0;
        }
        characters(gold, found, codePoints.length());
    }

    private void score(Marked marked, List<Found> paired, Text text, boolean[] quoted) {
        boolean isDirect = trimmed(marked.content(), text).stream().allMatch(part -> all(quoted, part));
        overlap.gold++;
        exact.gold++;
        direct.gold += isDirect ? 1 : 0;
        directOverlap.gold += isDirect ? 1 : 0;
        if (paired.isEmpty()) {
            note(isDirect ? "direct not found" : "not found", text, marked.content(), cue(marked, text));
            return;
        }
        Found each = paired.get(0);
        boolean same = same(marked.content(), each.parts, text);
        overlap.rightGold++;
        exact.rightGold += same ? 1 : 0;
        direct.rightGold += isDirect && same ? 1 : 0;
        directOverlap.rightGold += isDirect ? 1 : 0;
        if (!same) {
            note(isDirect ? "direct with other ends" : "other ends", text, marked.content(), describe(each, text));
        }
        if (!marked.source().isEmpty()) {
            boolean right = each.speaker.stream()
                    .anyMatch(span -> marked.source().stream().anyMatch(span::overlaps));
            speakers++;
            rightSpeakers += right ? 1 : 0;
            directSpeakers += isDirect ? 1 : 0;
            rightDirectSpeakers += isDirect && right ? 1 : 0;
            if (!right) {
                note(
                        isDirect ? "direct speaker" : "speaker",
                        text,
                        marked.content(),
                        cue(marked, text) + " by " + slices(marked.source(), text) + " / " + describe(each, text));
            }
        }
    }

    private static List<Pair> pairs(List<Marked> gold, List<Found> found) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                int shared = 0;
                for (Span one : gold.get(i).content()) {
                    for (Span other : found.get(j).parts) {
                        shared += Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.start(), other.start()));
                    }
                }
                if (shared > 0) {
                    pairs.add(new Pair(i, j, shared));
                }
            }
        }
        pairs.sort(Comparator.comparingInt((Pair pair) -> -pair.shared)
                .thenComparingInt(Pair::gold)
                .thenComparingInt(Pair::found));
        return pairs;
    }

    private void characters(List<Marked> gold, List<Found> found, int length) {
        boolean[] marked = new boolean[length];
        boolean[] claimed = new boolean[length];
        gold.forEach(
                each -> each.content().forEach(span -> java.util.Arrays.fill(marked, span.start(), span.end(), true)));
        found.forEach(
                each -> each.parts.forEach(span -> java.util.Arrays.fill(claimed, span.start(), span.end(), true)));
        for (int i = 0; i < length; i++) {
            characters.gold += marked[i] ? 1 : 0;
            characters.found += claimed[i] ? 1 : 0;
            int both = marked[i] && claimed[i] ? 1 : 0;
            characters.rightGold += both;
            characters.rightFound += both;
        }
    }

    private static boolean same(List<Span> one, List<Span> other, Text text) {
        return trimmed(one, text).equals(trimmed(other, text));
    }

    /** Without what is no word at either end of each part; parts that only such characters divide become one. */
    private static List<Span> trimmed(List<Span> parts, Text text) {
        List<Span> trimmed = new ArrayList<>();
        for (Span part : parts) {
            int start = part.start();
            int end = part.end();
            while (start < end && !word(text, start)) {
                start++;
            }
            while (start < end && !word(text, end - 1)) {
                end--;
            }
            if (start == end) {
                continue;
            }
            Span last = trimmed.isEmpty() ? new Span(-1, -1) : trimmed.get(trimmed.size() - 1);
            boolean adjoins = last.start() >= 0;
            for (int at = last.end(); adjoins && at < start; at++) {
                adjoins = !word(text, at);
            }
            if (adjoins) {
                trimmed.set(trimmed.size() - 1, new Span(last.start(), end));
            } else {
                trimmed.add(new Span(start, end));
            }
        }
        return trimmed;
    }

    private static boolean word(Text text, int at) {
        return Character.isLetterOrDigit(text.value().codePointAt(text.toUtf16(at)));
    }

    private static boolean all(boolean[] quoted, Span part) {
        for (int at = part.start(); at < part.end(); at++) {
            if (!quoted[at]) {
                return false;
            }
        }
        return true;
    }

    /** Which characters stand between double quotation marks of one paragraph, by the marks alone. */
    private static boolean[] quotedCharacters(Text text) {
        boolean[] quoted = new boolean[text.length()];
        boolean open = false;
        for (int at = 0; at < quoted.length; at++) {
            int c = text.value().codePointAt(text.toUtf16(at));
            boolean opens = c == '\u201C' || (c == '"' && !open);
            boolean closes = c == '\u201D' || (c == '"' && open) || c == '\n';
            open = opens || (open && !closes);
            quoted[at] = open;
        }
        return quoted;
    }

    private void note(String sort, Text text, List<Span> spans, String more) {
        int start = spans.get(0).start();
        int end = spans.get(spans.size() - 1).end();
        String context = text.slice(Math.max(0, start - CONTEXT), start) + "[" + slices(spans, text) + "]"
                + text.slice(end, Math.min(text.length(), end + CONTEXT));
        errors.computeIfAbsent(sort, unseen -> new ArrayList<>())
                .add(context.replaceAll("\\s+", " ") + "\n      " + more.replaceAll("\\s+", " "));
    }

    private static String cue(Marked marked, Text text) {
        return "cue " + slices(marked.cue(), text);
    }

    private static String describe(Found found, Text text) {
        return "found " + found.whole.details().get("quoteKind") + " " + found.kind + " by "
                + slices(found.speaker, text) + ": " + slices(found.parts, text);
    }

    private static String slices(List<Span> spans, Text text) {
        List<String> parts =
                spans.stream().map(span -> text.slice(span.start(), span.end())).toList();
        return String.join(" | ", parts);
    }

    String report() {
        StringBuilder out = new StringBuilder();
        classes.forEach((kind, counts) -> out.append(String.format(
                Locale.ROOT, "%-12s %5d found %6.1f %% marked too%n", kind, counts[0], 100.0 * counts[1] / counts[0])));
        errors.forEach((sort, all) -> {
            out.append(String.format(Locale.ROOT, "%n%s: %d%n", sort, all.size()));
            // Spread over the set, so that one odd text does not fill the list.
            int step = Math.max(1, all.size() / Math.max(1, mostErrors));
            for (int i = 0, shown = 0; i < all.size() && shown < mostErrors; i += step, shown++) {
                out.append("  ").append(all.get(i)).append('\n');
            }
        });
        return out.toString();
    }

    Figures figures() {
        return new Figures()
                .with("overlapF1", overlap.f1())
                .with("overlapPrecision", overlap.precision())
                .with("overlapRecall", overlap.recall())
                .with("exactF1", exact.f1())
                .with("characterF1", characters.f1())
                .with("directExactF1", direct.f1())
                .with("directExactPrecision", direct.precision())
                .with("directExactRecall", direct.recall())
                .with("directOverlapF1", directOverlap.f1())
                .with("speakerAccuracy", speakers == 0 ? 0 : (double) rightSpeakers / speakers)
                .with("directSpeakerAccuracy", directSpeakers == 0 ? 0 : (double) rightDirectSpeakers / directSpeakers)
                .with("quotes", overlap.gold)
                .with("directQuotes", direct.gold);
    }
}
