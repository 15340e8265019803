package dev.dateline.tool.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.entities.Lexica;
import dev.dateline.enrich.entities.Lexicon;
import dev.dateline.enrich.sentences.SentenceSplitter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Counts how words are written inside sentences, where a capital means something. */
final class CaseCounts {
    private static final int ENOUGH = 3;

    /** Lower-case and capitalised sightings. */
    private final Map<String, int[]> counts = new HashMap<>();

    void add(String text) {
        Sentences sentences = SentenceSplitter.split(text, "en");
        for (int s = 0; s < sentences.size(); s++) {
            for (int i = sentences.firstTokens()[s] + 1; i < sentences.firstTokens()[s + 1]; i++) {
                int start = sentences.tokenStarts()[i];
                int first = text.codePointAt(start);
                if (Character.isLetter(first)) {
                    String word =
                            text.substring(start, sentences.tokenEnds()[i]).toLowerCase(Locale.ROOT);
                    counts.computeIfAbsent(word, unseen -> new int[2])[Character.isUpperCase(first) ? 1 : 0]++;
                }
            }
        }
    }

    /** Words seen often enough, with the share of lower-case sightings in eight steps. */
    Lexicon toLexicon() {
        Map<Long, Integer> steps = new HashMap<>();
        counts.forEach((word, seen) -> {
            int all = seen[0] + seen[1];
            if (all >= ENOUGH) {
                steps.put(Lexica.key(word), Math.min(7, seen[0] * 8 / all));
            }
        });
        return Lexicon.of(steps);
    }
}
