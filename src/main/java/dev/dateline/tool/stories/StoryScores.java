package dev.dateline.tool.stories;

import dev.dateline.tool.labelled.Figures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * B-cubed (Bagga and Baldwin, 1998) and pairwise scores over the articles that have a gold story. Articles that have none
 * are never counted, but where they share a story with one that has, they cost its precision.
 */
final class StoryScores {
    private int runs;
    private double precision;
    private double recall;
    private double b3;
    private double pairPrecision;
    private double pairRecall;
    private double pairwise;
    private double stories;

    /** One article of a run. */
    record Placed(Optional<String> gold, String story) {}

    /** Counts one run. */
    void add(List<Placed> articles) {
        Map<String, Integer> bySystem = new HashMap<>();
        Map<String, Integer> byGold = new HashMap<>();
        Map<String, Map<String, Integer>> both = new HashMap<>();
        for (Placed article : articles) {
            bySystem.merge(article.story(), 1, Integer::sum);
            article.gold().ifPresent(gold -> {
                byGold.merge(gold, 1, Integer::sum);
                both.computeIfAbsent(article.story(), fresh -> new HashMap<>()).merge(gold, 1, Integer::sum);
            });
        }
        double items = 0;
        double precisions = 0;
        double recalls = 0;
        double pairsRight = 0;
        double pairsFound = 0;
        for (Map.Entry<String, Map<String, Integer>> system : both.entrySet()) {
            double size = bySystem.getOrDefault(system.getKey(), 0);
            double withGold = system.getValue().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            for (Map.Entry<String, Integer> gold : system.getValue().entrySet()) {
                double shared = gold.getValue();
                items += shared;
                precisions += shared * shared / size;
                recalls += shared * shared / byGold.getOrDefault(gold.getKey(), 1);
                pairsRight += shared * (shared - 1) / 2;
            }
            double others = size - withGold;
            pairsFound += withGold * (withGold - 1) / 2 + withGold * others;
        }
        double pairsWanted = byGold.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
        runs++;
        precision += precisions / items;
        recall += recalls / items;
        b3 += harmonic(precisions / items, recalls / items);
        double found = pairsFound == 0 ? 1 : pairsRight / pairsFound;
        double wanted = pairsWanted == 0 ? 1 : pairsRight / pairsWanted;
        pairPrecision += found;
        pairRecall += wanted;
        pairwise += harmonic(found, wanted);
        stories += both.size();
    }

    private static double harmonic(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }

    /** Means over the runs. */
    Figures figures() {
        return new Figures()
                .with("b3", b3 / runs)
                .with("b3Precision", precision / runs)
                .with("b3Recall", recall / runs)
                .with("pairwise", pairwise / runs)
                .with("pairwisePrecision", pairPrecision / runs)
                .with("pairwiseRecall", pairRecall / runs)
                .with("stories", stories / runs)
                .with("runs", runs);
    }
}
