package dev.dateline.tool.entities;

import dev.dateline.enrich.entities.Lexica;
import dev.dateline.enrich.entities.Lexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the tagger's lexica from the jar nlp4j-english 1.1.2 (Apache-2.0): needed to train, never to run. */
final class Nlp4jLexica {
    private static final String BROWN = "en-brown-clusters-simplified-lowercase";
    private static final String TAGS = "en-ambiguity-classes-simplified";
    private static final String GAZETTEERS = "en-named-entity-gazetteers-simplified";
    private static final String VECTORS = "en-word-embeddings-undigitalized";

    private Nlp4jLexica() {}

    static Lexica read(Path jar, Lexicon cases) throws IOException {
        SerializedLexica source = new SerializedLexica(jar);
        Map<Long, Integer> brown = new HashMap<>();
        int[] paths = paths(source.map(BROWN), brown);
        Lexicon tags = Lexicon.of(tagSets(source.map(TAGS)));
        Map<Long, Integer> phrases = phrases(source.prefixTree(GAZETTEERS));
        int[] masks = phrases.values().stream()
                .mapToInt(Integer::intValue)
                .distinct()
                .sorted()
                .toArray();
        phrases.replaceAll((phrase, mask) -> Arrays.binarySearch(masks, mask));
        Lexicon clusters = Lexicon.of(WordClusters.of(source.map(VECTORS)));
        return new Lexica(Lexicon.of(brown), paths, clusters, tags, Lexicon.of(phrases), masks, cases);
    }

    /** Fills {@code brown} with indices into the paths returned. */
    private static int[] paths(Map<?, ?> source, Map<Long, Integer> brown) {
        Map<Integer, Integer> indices = new HashMap<>();
        List<Integer> paths = new ArrayList<>();
        for (Map.Entry<String, Object> entry : sorted(source).entrySet()) {
            String path = "";
            for (String prefix : strings((Collection<?>) entry.getValue())) {
                path = prefix.length() > path.length() ? prefix : path;
            }
            int packed = Integer.parseInt("1" + path.substring(0, Math.min(30, path.length())), 2);
            brown.put(Lexica.key(entry.getKey()), indices.computeIfAbsent(packed, unseen -> {
                paths.add(packed);
                return paths.size() - 1;
            }));
        }
        return paths.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Map<Long, Integer> tagSets(Map<?, ?> source) {
        Map<Set<String>, Integer> numbers = new HashMap<>();
        Map<Long, Integer> sets = new HashMap<>();
        for (Map.Entry<String, Object> entry : sorted(source).entrySet()) {
            Set<String> tags = new TreeSet<>(strings((Collection<?>) entry.getValue()));
            sets.put(Lexica.key(entry.getKey()), numbers.computeIfAbsent(tags, unseen -> numbers.size() + 1));
        }
        return sets;
    }

    private static Map<Long, Integer> phrases(Map<String, Set<String>> source) {
        Map<String, Integer> bits = new TreeMap<>();
        source.values().forEach(types -> types.forEach(type -> bits.put(type, 0)));
        int bit = 0;
        for (Map.Entry<String, Integer> type : bits.entrySet()) {
            type.setValue(bit++);
        }
        if (bit > 30) {
            throw new IllegalStateException(bit + " gazetteers do not fit the mask");
        }
        Map<Long, Integer> codes = new HashMap<>();
        source.forEach((phrase, types) -> {
            long[] hashes = Lexica.phrase(phrase);
            if (hashes.length == 0 || hashes.length > Lexica.MAX_PHRASE_TOKENS) {
                return;
            }
            int mask = 0;
            for (String type : types) {
                mask |= 2 << bits.getOrDefault(type, 0);
            }
            for (int i = 0; i < hashes.length - 1; i++) {
                codes.merge(hashes[i], 1, (one, other) -> one | other);
            }
            codes.merge(hashes[hashes.length - 1], mask, (one, other) -> one | other);
        });
        return codes;
    }

    /** In the order of the words, so that numbers given along the way are always the same. */
    static SortedMap<String, Object> sorted(Map<?, ?> source) {
        SortedMap<String, Object> sorted = new TreeMap<>();
        source.forEach((word, value) -> sorted.put((String) word, value));
        return sorted;
    }

    static List<String> strings(Collection<?> of) {
        List<String> strings = new ArrayList<>();
        of.forEach(each -> strings.add((String) each));
        return strings;
    }
}
