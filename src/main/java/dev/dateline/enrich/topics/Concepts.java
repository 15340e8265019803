package dev.dateline.enrich.topics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The concepts of a taxonomy by their place in it: what stands above what, without a look at any code. Immutable. */
final class Concepts {
    private final List<Concept> all;
    private final List<Concept> tops;
    private final int[] topOf;
    private final int[] parentOf;
    private final int[] byCode;

    /** @throws IllegalArgumentException if one stands under a subject that is not among them */
    Concepts(List<Concept> all) {
        this.all = List.copyOf(all);
        this.topOf = new int[all.size()];
        this.parentOf = new int[all.size()];
        this.byCode = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(place -> all.get(place).code()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.tops = all.stream().filter(concept -> concept.level() == 0).toList();
        Map<String, Integer> places = new HashMap<>();
        Map<String, Integer> topPlaces = new HashMap<>();
        for (Concept concept : all) {
            places.put(concept.code(), places.size());
            if (concept.level() == 0) {
                topPlaces.put(concept.code(), topPlaces.size());
            }
        }
        for (int i = 0; i < topOf.length; i++) {
            Concept concept = all.get(i);
            Integer top = topPlaces.get(concept.top());
            if (top == null) {
                throw new IllegalArgumentException(concept.code() + " stands under no subject: " + concept.top());
            }
            topOf[i] = top;
            parentOf[i] = places.getOrDefault(concept.parent(), -1);
        }
    }

    Concept get(int place) {
        return all.get(place);
    }

    /** All places, in the order of the codes there; not to be changed. */
    int[] byCode() {
        return byCode;
    }

    /** The subjects, in their order. */
    List<Concept> tops() {
        return tops;
    }

    /** The place among {@link #tops()} of the subject that a concept stands under. */
    int topOf(int place) {
        return topOf[place];
    }

    /** The place of the next broader concept; -1 where there is none. */
    int parentOf(int place) {
        return parentOf[place];
    }
}
