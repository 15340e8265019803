package dev.dateline.tool.entities;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.Text;
import dev.dateline.tool.entities.LabelledText.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which type was taken for which, and the errors met most often, each with one place where it happened. */
final class ErrorTable {
    private static final int CONTEXT = 40;

    private final Map<String, Map<String, Integer>> confusions = new TreeMap<>();
    private final Map<Mistake, List<String>> errors = new TreeMap<>(Comparator.comparing(Mistake::marked)
            .thenComparing(Mistake::found)
            .thenComparing(Mistake::text)
            .thenComparing(Mistake::instead));

    /**
     * What went wrong.
     *
     * @param marked the right type, or {@code nothing}
     * @param found the wrong one, or {@code nothing}
     * @param text the marked span's, or the found one's where nothing is marked
     * @param instead the found span's text where it differs
     */
    private record Mistake(String marked, String found, String text, String instead) {}

    void add(Text text, Set<Span> gold, List<Span> found, Set<Span> right) {
        for (Span span : gold) {
            Span other = best(span, found);
            confuse(span.type(), right.contains(span) ? span.type() : kind(span, other));
            if (!right.contains(span)) {
                note(text, span, span.type(), kind(span, other), other);
            }
        }
        for (Span span : found) {
            if (gold.stream().noneMatch(other -> overlap(span, other) > 0)) {
                confuse("nothing", span.type());
                note(text, span, "nothing", span.type(), span);
            }
        }
    }

    private void confuse(String gold, String found) {
        confusions.computeIfAbsent(gold, unseen -> new TreeMap<>()).merge(found, 1, Integer::sum);
    }

    private static String kind(Span gold, Span found) {
        if (overlap(gold, found) == 0) {
            return "nothing";
        }
        boolean same = gold.start() == found.start() && gold.end() == found.end();
        return same ? found.type() : found.type() + " (other ends)";
    }

    /** The found span that shares most with this one; an empty one if none does. */
    private static Span best(Span gold, Collection<Span> found) {
        return found.stream()
                .filter(span -> overlap(gold, span) > 0)
                .max(Comparator.comparingInt(span -> overlap(gold, span)))
                .orElse(new Span(0, 0, "nothing"));
    }

    private static int overlap(Span one, Span other) {
        return Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.start(), other.start()));
    }

    private void note(Text text, Span span, String marked, String kind, Span found) {
        String exact = text.slice(span.start(), span.end()).replaceAll("\\s+", " ");
        String instead = overlap(span, found) == 0 ? "" : text.slice(found.start(), found.end());
        String context = text.slice(Math.max(0, span.start() - CONTEXT), span.start()) + "[" + exact + "]"
                + text.slice(span.end(), Math.min(text.length(), span.end() + CONTEXT));
        Mistake error = new Mistake(marked, kind, exact, instead.equals(exact) ? "" : instead);
        errors.computeIfAbsent(error, unseen -> new ArrayList<>()).add(context.replaceAll("\\s+", " "));
    }

    /** The most frequent ones first. */
    private List<Map.Entry<Mistake, List<String>>> frequent(int most) {
        return errors.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .limit(most)
                .toList();
    }

    String report(int mostErrors) {
        StringBuilder out = new StringBuilder("\nmarked as -> found as\n");
        confusions.forEach((gold, row) -> {
            out.append(String.format(Locale.ROOT, "%-14s", gold));
            row.forEach((found, count) ->
                    out.append(' ').append(found).append(' ').append(count).append(';'));
            out.append('\n');
        });
        out.append("\nmost frequent errors\n");
        frequent(mostErrors).forEach(entry -> {
            Mistake error = entry.getKey();
            out.append(entry.getValue().size())
                    .append(" x ")
                    .append(error.marked() + " -> " + error.found() + "  \"" + error.text() + "\"")
                    .append(error.instead().isEmpty() ? "" : " / \"" + error.instead() + "\"")
                    .append("\n      ")
                    .append(entry.getValue().get(0))
                    .append('\n');
        });
        return out.append('\n').toString();
    }

    /** Writes {@code confusions} and {@code errors}. */
    void figures(ObjectNode into, int mostErrors) {
        ObjectNode table = into.putObject("confusions");
        confusions.forEach((gold, row) -> row.forEach(table.putObject(gold)::put));
        ArrayNode list = into.putArray("errors");
        frequent(mostErrors)
                .forEach(entry -> list.addObject()
                        .put("count", entry.getValue().size())
                        .put("marked", entry.getKey().marked())
                        .put("found", entry.getKey().found())
                        .put("text", entry.getKey().text())
                        .put("instead", entry.getKey().instead())
                        .put("context", entry.getValue().get(0)));
    }
}
