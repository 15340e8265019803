package dev.dateline.tool.entities;

import dev.dateline.enrich.entities.Lexica;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Clusters of words by the direction of their vectors: 100 groups, each cut into 5, each of those into 4, so that one
 * number tells all three levels.
 */
final class WordClusters {
    private static final int[] BRANCHES = {100, 5, 4};
    private static final int ROUNDS = 12;
    /** The upper levels need no more words than that to find their centres. */
    private static final int SAMPLED_WORDS = 100_000;

    private WordClusters() {}

    /** The cluster of each word, by the word's key. */
    static Map<Long, Integer> of(Map<?, ?> vectors) {
        SortedMap<String, Object> sorted = Nlp4jLexica.sorted(vectors);
        List<String> words = List.copyOf(sorted.keySet());
        float[][] points =
                sorted.values().stream().map(vector -> unit((float[]) vector)).toArray(float[][]::new);
        int[] clusters = new int[points.length];
        int groups = 1;
        for (int branches : BRANCHES) {
            split(points, clusters, groups, branches);
            groups *= branches;
        }
        Map<Long, Integer> byKey = new HashMap<>();
        for (int i = 0; i < clusters.length; i++) {
            byKey.put(Lexica.key(words.get(i)), clusters[i]);
        }
        return byKey;
    }

    private static void split(float[][] points, int[] clusters, int groups, int branches) {
        int[] sizes = new int[groups];
        for (int cluster : clusters) {
            sizes[cluster]++;
        }
        int[][] members = new int[groups][];
        Arrays.setAll(members, group -> new int[sizes[group]]);
        for (int i = clusters.length - 1; i >= 0; i--) {
            members[clusters[i]][--sizes[clusters[i]]] = i;
        }
        for (int group = 0; group < groups; group++) {
            float[][] centres = centres(points, members[group], branches);
            for (int member : members[group]) {
                clusters[member] = group * branches + nearest(points[member], centres);
            }
        }
    }

    /** Spherical k-means (Dhillon and Modha, 2001) from evenly spaced first centres. */
    private static float[][] centres(float[][] points, int[] members, int count) {
        int step = Math.max(1, members.length / SAMPLED_WORDS);
        float[][] centres = new float[count][];
        for (int i = 0; i < count; i++) {
            centres[i] =
                    members.length == 0 ? new float[1] : points[members[(int) ((long) i * members.length / count)]];
        }
        for (int round = 0; round < ROUNDS && members.length > 0; round++) {
            float[][] sums = new float[count][points[members[0]].length];
            for (int i = 0; i < members.length; i += step) {
                float[] point = points[members[i]];
                float[] sum = sums[nearest(point, centres)];
                for (int d = 0; d < point.length; d++) {
                    sum[d] += point[d];
                }
            }
            for (int i = 0; i < count; i++) {
                centres[i] = unit(sums[i]);
            }
        }
        return centres;
    }

    private static int nearest(float[] point, float[][] centres) {
        int nearest = 0;
        float closest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            float dot = 0;
            for (int d = 0; d < point.length; d++) {
                dot += point[d] * centres[c][d];
            }
            if (dot > closest) {
                closest = dot;
                nearest = c;
            }
        }
        return nearest;
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float each : vector) {
            square += each * each;
        }
        float[] unit = vector.clone();
        for (int d = 0; d < unit.length && square > 0; d++) {
            unit[d] /= (float) Math.sqrt(square);
        }
        return unit;
    }
}
