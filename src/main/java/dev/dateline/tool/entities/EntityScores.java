package dev.dateline.tool.entities;

import dev.dateline.article.Text;
import dev.dateline.tool.entities.LabelledText.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Adds up how found spans compare with marked ones. Exact span and type, or wrong. */
final class EntityScores {
    private static final List<String> HEADLINE_TYPES = List.of("person", "organisation", "location");
    private static final Map<String, String> BROADER = Map.of("norp", "misc", "product", "misc");

    private final Collection<String> modelTypes;
    private final Map<String, Tally> byType = new TreeMap<>();
    private final ErrorTable errors = new ErrorTable();

    /**
     * Scores a model that tells these types apart: finer ones of the data count as their broader type, others not at
     * all, but a type of the headline always counts.
     */
    EntityScores(Collection<String> modelTypes) {
        this.modelTypes = modelTypes;
    }

    void add(Text text, List<Span> gold, List<Span> found) {
        Set<Span> right = new HashSet<>();
        List<Span> ignored =
                gold.stream().filter(span -> span.type().equals("ignore")).toList();
        Set<Span> marked = new HashSet<>();
        for (Span span : gold) {
            if (!span.type().equals("ignore")) {
                marked.add(new Span(span.start(), span.end(), broad(span.type())));
            }
        }
        marked.removeIf(span -> !modelTypes.contains(span.type()) && !HEADLINE_TYPES.contains(span.type()));
        for (Span span : found) {
            boolean hit = marked.contains(span);
            if (hit) {
                right.add(span);
            }
            if (hit || ignored.stream().noneMatch(other -> overlap(span, other))) {
                count(span.type(), new Tally(hit ? 1 : 0, 1, 0));
            }
        }
        marked.forEach(span -> count(span.type(), new Tally(0, 0, 1)));
        errors.add(text, marked, found, right);
    }

    private String broad(String type) {
        return modelTypes.contains(type) ? type : BROADER.getOrDefault(type, type);
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private void count(String type, Tally tally) {
        byType.merge(type, tally, Tally::plus);
    }

    /** Micro average over person, organisation and location. */
    Tally headline() {
        return HEADLINE_TYPES.stream()
                .map(type -> byType.getOrDefault(type, Tally.NONE))
                .reduce(Tally.NONE, Tally::plus);
    }

    Map<String, Tally> byType() {
        return byType;
    }

    String report(int mostErrors) {
        StringBuilder out = new StringBuilder("type              P      R     F1   gold\n");
        byType.forEach((type, tally) -> out.append(line(type, tally)));
        out.append(line("person+org+loc", headline()));
        return out.append(errors.report(mostErrors)).toString();
    }

    private static String line(String name, Tally tally) {
        return String.format(
                Locale.ROOT,
                "%-14s %6.2f %6.2f %6.2f %6d%n",
                name,
                tally.precision(),
                tally.recall(),
                tally.f1(),
                tally.gold());
    }
}
