package dev.dateline.tool.quotes;

import static dev.dateline.enrich.quotes.AttributionModel.LABELS;

import dev.dateline.enrich.quotes.AttributionModel;
import java.util.List;
import java.util.Random;

/** A linear-chain conditional random field over the units of a window, trained by stochastic gradient. */
final class UnitTraining {
    /**
     * One window.
     *
     * @param units features of each unit
     * @param borders features of the border before each unit; the first is empty
     * @param fixed the unit that is the reporting word
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Case(int[][] units, int[][] borders, int[] labels, int fixed) {}

    private static final double IMPOSSIBLE = -1e6;
    private static final int PAIRS = LABELS * LABELS;

    private final HashedWeights units = new HashedWeights(AttributionModel.UNIT_SLOTS, LABELS, 0.1);
    private final HashedWeights borders = new HashedWeights(AttributionModel.BORDER_SLOTS, PAIRS, 0.1);
    private final double decay;
    private final double dropout;
    private final Random random = new Random(13);

    UnitTraining(double decay, double dropout) {
        this.decay = decay;
        this.dropout = dropout;
    }

    HashedWeights units() {
        return units;
    }

    HashedWeights borders() {
        return borders;
    }

    /** Passes over the cases once, in the order given. */
    void pass(List<Case> cases) {
        for (Case each : cases) {
            int[][] kept = new int[each.units.length][];
            int[][] keptBorders = new int[each.units.length][];
            for (int at = 0; at < kept.length; at++) {
                kept[at] = Dropout.of(each.units[at], dropout, random);
                keptBorders[at] = Dropout.of(each.borders[at], dropout, random);
            }
            learn(new Case(kept, keptBorders, each.labels, each.fixed));
        }
    }

    private void learn(Case window) {
        int size = window.labels.length;
        double[][] unit = new double[size][LABELS];
        double[][] pair = new double[size][PAIRS];
        score(window, unit, pair);
        double[][] forward = new double[size][LABELS];
        double[][] backward = new double[size][LABELS];
        forward[0] = unit[0];
        for (int at = 1; at < size; at++) {
            for (int label = 0; label < LABELS; label++) {
                double[] paths = new double[LABELS];
                for (int from = 0; from < LABELS; from++) {
                    paths[from] = forward[at - 1][from] + pair[at][from * LABELS + label];
                }
                forward[at][label] = unit[at][label] + sum(paths);
            }
        }
        for (int at = size - 2; at >= 0; at--) {
            for (int label = 0; label < LABELS; label++) {
                double[] paths = new double[LABELS];
                for (int to = 0; to < LABELS; to++) {
                    paths[to] = pair[at + 1][label * LABELS + to] + unit[at + 1][to] + backward[at + 1][to];
                }
                backward[at][label] = sum(paths);
            }
        }
        double all = sum(forward[size - 1]);
        for (int at = 0; at < size; at++) {
            for (int label = 0; label < LABELS; label++) {
                double expected = Math.exp(forward[at][label] + backward[at][label] - all);
                double gradient = (window.labels[at] == label ? 1 : 0) - expected;
                if (Math.abs(gradient) > 1e-4) {
                    for (int hash : window.units[at]) {
                        units.move(hash, label, gradient, decay);
                    }
                }
            }
            if (at > 0) {
                borders(window, at, unit, pair, forward, backward, all);
            }
        }
    }

    private void borders(
            Case window,
            int at,
            double[][] unit,
            double[][] pair,
            double[][] forward,
            double[][] backward,
            double all) {
        for (int from = 0; from < LABELS; from++) {
            for (int to = 0; to < LABELS; to++) {
                int cell = from * LABELS + to;
                double expected =
                        Math.exp(forward[at - 1][from] + pair[at][cell] + unit[at][to] + backward[at][to] - all);
                boolean marked = window.labels[at - 1] == from && window.labels[at] == to;
                double gradient = (marked ? 1 : 0) - expected;
                if (Math.abs(gradient) > 1e-4) {
                    for (int hash : window.borders[at]) {
                        borders.move(hash, cell, gradient, decay);
                    }
                }
            }
        }
    }

    private void score(Case window, double[][] unit, double[][] pair) {
        for (int at = 0; at < unit.length; at++) {
            for (int label = 0; label < LABELS; label++) {
                for (int hash : window.units[at]) {
                    unit[at][label] += units.get(hash, label) / (1 - dropout);
                }
            }
            for (int cell = 0; at > 0 && cell < PAIRS; cell++) {
                for (int hash : window.borders[at]) {
                    pair[at][cell] += borders.get(hash, cell) / (1 - dropout);
                }
            }
        }
        for (int label = 1; label < LABELS; label++) {
            unit[window.fixed][label] = IMPOSSIBLE;
        }
    }

    private static double sum(double[] logs) {
        double most = Math.max(logs[0], Math.max(logs[1], logs[2]));
        double total = 0;
        for (double log : logs) {
            total += Math.exp(log - most);
        }
        return most + Math.log(total);
    }
}
