package dev.dateline.tool.entities;

import dev.dateline.tool.entities.LabelledText.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings data sets to one set of types. Where a set calls nationalities and products {@code misc}, those that another set
 * mostly marks as the finer type are marked so too; else the tagger would learn that they are both.
 */
final class FinerTypes {
    private static final Set<String> FINER = Set.of("norp", "product");

    private FinerTypes() {}

    /** The texts of all these files. */
    static List<LabelledText> refined(List<Path> files) throws IOException {
        List<List<LabelledText>> sets = new ArrayList<>();
        for (Path file : files) {
            sets.add(LabelledTexts.read(file));
        }
        Map<String, String> finer = finerNames(sets);
        List<LabelledText> all = new ArrayList<>();
        for (List<LabelledText> set : sets) {
            boolean coarse = !marksFiner(set);
            set.forEach(text -> all.add(coarse ? refined(text, finer) : text));
        }
        return all;
    }

    static boolean marksFiner(List<LabelledText> set) {
        return set.stream().flatMap(text -> text.spans().stream()).anyMatch(span -> FINER.contains(span.type()));
    }

    /** Names whose marks are mostly of one finer type, with it. */
    private static Map<String, String> finerNames(List<List<LabelledText>> sets) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (List<LabelledText> set : sets) {
            if (marksFiner(set)) {
                for (LabelledText text : set) {
                    text.spans()
                            .forEach(span -> counts.computeIfAbsent(name(text, span), unseen -> new HashMap<>())
                                    .merge(span.type(), 1, Integer::sum));
                }
            }
        }
        Map<String, String> finer = new HashMap<>();
        counts.forEach((name, types) -> {
            int all = types.values().stream().mapToInt(Integer::intValue).sum();
            for (String type : FINER) {
                if (types.getOrDefault(type, 0) * 2 > all) {
                    finer.put(name, type);
                }
            }
        });
        return finer;
    }

    private static LabelledText refined(LabelledText text, Map<String, String> finer) {
        List<Span> spans = text.spans().stream()
                .map(span -> span.type().equals("misc")
                        ? new Span(span.start(), span.end(), finer.getOrDefault(name(text, span), "misc"))
                        : span)
                .toList();
        return new LabelledText(text.id(), text.text(), spans);
    }

    private static String name(LabelledText text, Span span) {
        int start = text.text().offsetByCodePoints(0, span.start());
        return text.text().substring(start, text.text().offsetByCodePoints(start, span.end() - span.start()));
    }
}
