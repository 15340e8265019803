package dev.dateline.tool.topics;

import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.topics.Centred;
import dev.dateline.enrich.topics.PackedVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Topics by the taxonomy's own words alone: the nearest labels with their definitions vote for the subject they stand
 * under. Nothing is learned; vectors are seen from the middle of texts without labels. A yardstick of {@link BenchTopics}.
 */
final class ZeroShot {
    private static final int VOTERS = 25;

    private final Encoder encoder;
    private final List<TaxonomyFile.Entry> entries;
    private final float[] mean;
    private final PackedVectors prototypes;

    /** @param texts of news, for the middle */
    ZeroShot(Encoder encoder, TaxonomyFile taxonomy, List<String> texts) {
        this.encoder = encoder;
        this.entries = taxonomy.entries();
        this.mean = mean(texts.stream().map(encoder::embed).toList());
        List<float[]> words = entries.stream()
                .map(entry -> encoder.embed(entry.concept().label() + ": " + entry.definition()))
                .toList();
        float[] middle = mean(words);
        List<float[]> centred = new ArrayList<>();
        words.forEach(vector -> centred.add(Centred.unit(vector, middle)));
        this.prototypes = PackedVectors.of(centred);
    }

    /** The code of the subject with most of the votes, each worth its cosine. */
    String subjectOf(String text) {
        float[] cosines = prototypes.times(Centred.unit(encoder.embed(text), mean));
        Map<String, Double> votes = new HashMap<>();
        IntStream.range(0, cosines.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -cosines[i]))
                .limit(VOTERS)
                .forEach(i -> votes.merge(entries.get(i).concept().top(), (double) cosines[i], Double::sum));
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }
}
