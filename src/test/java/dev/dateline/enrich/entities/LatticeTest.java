package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checked against every labelling of a short sentence, one by one. */
class LatticeTest {
    private static final int TOKENS = 4;

    private final Labels labels = new Labels(List.of("person", "location"));
    private final int width = labels.size();
    private final Lattice lattice = new Lattice(labels);
    private final float[] transitions = new float[width * width];

    @BeforeEach
    void scoreAtRandom() {
        Random random = new Random(11);
        lattice.reset(TOKENS);
        for (int i = 0; i < TOKENS * width; i++) {
            lattice.scores()[i] = (float) random.nextGaussian() * 2;
        }
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = (float) random.nextGaussian();
        }
    }

    @Test
    void findsTheBestLabelling() {
        int[] best = lattice.best(transitions);
        double[] highest = {Double.NEGATIVE_INFINITY};
        forEachLabelling(path -> highest[0] = Math.max(highest[0], score(path)));
        assertThat(score(best)).isCloseTo(highest[0], within(1e-5));
    }

    @Test
    void sumsToTheShareOfAllLabellings() {
        double[] total = new double[1];
        double[] outside = new double[1];
        double[] span = new double[1];
        forEachLabelling(path -> {
            double weight = Math.exp(score(path) / 1.7);
            total[0] += weight;
            outside[0] += path[2] == Labels.OUTSIDE ? weight : 0;
            boolean located = path[1] == Labels.of(1, 0, 2) && path[2] == Labels.of(1, 1, 2);
            span[0] += located ? weight : 0;
        });
        lattice.sum(Lattice.potentials(transitions, 1.7), 1.7);
        double[] probabilities = new double[width];
        lattice.probabilities(2, probabilities);
        assertThat(probabilities[Labels.OUTSIDE]).isCloseTo(outside[0] / total[0], within(1e-6));
        assertThat(lattice.span(1, 1, 3)).isCloseTo(span[0] / total[0], within(1e-6));
    }

    private double score(int[] path) {
        double score = 0;
        for (int token = 0; token < TOKENS; token++) {
            score += lattice.scores()[token * width + path[token]];
            score += token == 0 ? 0 : transitions[path[token - 1] * width + path[token]];
        }
        return score;
    }

    private void forEachLabelling(Consumer<int[]> each) {
        extend(new int[TOKENS], 0, each);
    }

    private void extend(int[] path, int at, Consumer<int[]> each) {
        if (at == TOKENS) {
            if (Labels.closes(path[at - 1])) {
                each.accept(path);
            }
            return;
        }
        for (int label = 0; label < width; label++) {
            boolean allowed = at == 0 ? Labels.opens(label) : contains(labels.predecessors(label), path[at - 1]);
            if (allowed) {
                path[at] = label;
                extend(path, at + 1, each);
            }
        }
    }

    private static boolean contains(int[] values, int value) {
        for (int each : values) {
            if (each == value) {
                return true;
            }
        }
        return false;
    }
}
