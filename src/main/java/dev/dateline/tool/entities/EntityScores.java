package dev.dateline.tool.entities;

import dev.dateline.article.Text;
import dev.dateline.tool.entities.LabelledText.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** Adds up how found spans compare with marked ones. Exact span and type, or wrong. */
final class EntityScores {
    private static final List<String> HEADLINE_TYPES = List.of("person", "organisation", "location");
    private static final Map<String, String> BROADER = Map.of("norp", "misc", "product", "misc");

    private final Collection<String> modelTypes;
    private final Map<String, Tally> byType = new TreeMap<>();
    private final boolean coarse;
    private final ErrorTable errors = new ErrorTable();
    private final Reliability reliability = new Reliability();

    /**
     * Scores a model that tells these types apart: finer ones of the data count as their broader type, others not at
     * all, but a type of the headline always counts.
     *
     * @param coarse the data has only the broader ones, so that finer ones that are found count as these
     */
    EntityScores(Collection<String> modelTypes, boolean coarse) {
        this.modelTypes = modelTypes;
        this.coarse = coarse;
    }

    /** A span that was found, with the probability that it claims to be right; none of what makes no such claim. */
    record Claim(Span span, OptionalDouble confidence) {}

    void add(Text text, List<Span> gold, List<Claim> claims) {
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
        List<Span> found = new ArrayList<>();
        for (Claim claim : claims) {
            Span span = coarse ? broader(claim.span()) : claim.span();
            found.add(span);
            boolean hit = marked.contains(span);
            if (hit) {
                right.add(span);
            }
            if (hit || ignored.stream().noneMatch(other -> overlap(span, other))) {
                count(span.type(), new Tally(hit ? 1 : 0, 1, 0));
                claim.confidence().ifPresent(confidence -> reliability.add(confidence, hit));
            }
        }
        marked.forEach(span -> count(span.type(), new Tally(0, 0, 1)));
        errors.add(text, marked, found, right);
    }

    private static Span broader(Span span) {
        return new Span(span.start(), span.end(), BROADER.getOrDefault(span.type(), span.type()));
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

    Reliability reliability() {
        return reliability;
    }

    ErrorTable errors() {
        return errors;
    }

    String report(int mostErrors) {
        StringBuilder out = new StringBuilder("type              P      R     F1   gold\n");
        byType.forEach((type, tally) -> out.append(line(type, tally)));
        out.append(line("person+org+loc", headline()));
        return out.append(reliability.report())
                .append(errors.report(mostErrors))
                .toString();
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
