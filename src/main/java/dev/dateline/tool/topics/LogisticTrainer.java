package dev.dateline.tool.topics;

import dev.dateline.enrich.topics.Logistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Logistic regression by Newton's steps, with a penalty on all weights but the constant that only keeps them finite. */
final class LogisticTrainer {
    private static final int STEPS = 30;
    private static final double PENALTY = 1e-5;

    private final List<double[]> rows = new ArrayList<>();
    private final List<Boolean> hits = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    void add(double[] features, boolean hit, double weight) {
        double[] row = Arrays.copyOf(features, features.length + 1);
        row[features.length] = 1;
        rows.add(row);
        hits.add(hit);
        weights.add(weight);
    }

    /** Fits all that was added; there must be some. */
    Logistic train() {
        int size = rows.get(0).length;
        double all = weights.stream().mapToDouble(Double::doubleValue).sum();
        double[] at = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int i = 0; i < size; i++) {
                boolean constant = i == size - 1;
                gradient[i] = constant ? 0 : PENALTY * at[i];
                curvature[i][i] = constant ? 1e-9 : PENALTY;
            }
            for (int n = 0; n < rows.size(); n++) {
                double[] row = rows.get(n);
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += at[i] * row[i];
                }
                double likely = 1 / (1 + StrictMath.exp(-sum));
                double weight = weights.get(n) / all;
                for (int i = 0; i < size; i++) {
                    gradient[i] += weight * (likely - (hits.get(n) ? 1 : 0)) * row[i];
                    for (int j = 0; j < size; j++) {
                        curvature[i][j] += weight * likely * (1 - likely) * row[i] * row[j];
                    }
                }
            }
            double[] change = solved(curvature, gradient);
            for (int i = 0; i < size; i++) {
                at[i] -= change[i];
            }
        }
        float[] fitted = new float[size];
        for (int i = 0; i < size; i++) {
            fitted[i] = (float) at[i];
        }
        return new Logistic(fitted);
    }

    /** Gauss's elimination; the penalty keeps the matrix from being singular. */
    private static double[] solved(double[][] matrix, double[] right) {
        int size = right.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (int i = pivot; i < size; i++) {
                    matrix[row][i] -= factor * matrix[pivot][i];
                }
                right[row] -= factor * right[pivot];
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int i = row + 1; i < size; i++) {
                sum -= matrix[row][i] * solution[i];
            }
            solution[row] = sum / matrix[row][row];
        }
        return solution;
    }
}
