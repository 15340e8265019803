package dev.dateline.tool.entities;

import java.util.List;

/**
 * How a model is trained.
 *
 * @param dropout share of the features, and of the vectors' components, left out at each step
 * @param seed of order and dropout
 * @param temperature of the confidences without vectors
 * @param vectorTemperature of those with vectors
 * @param runs to take the mean of
 * @param epochs of both passes
 * @param secondEpochs of the models that label the second pass's training texts; 0 for one pass
 * @param rows features to keep
 * @param layers of the encoder whose vectors the second pass reads; none for no vectors
 * @param without share of the sentences that the second pass learns from without their vectors
 * @param vectorStep how fast the weights of the vectors learn
 * @param besideVectors dropout of the features in sentences with vectors: they know much the same
 */
record Recipe(
        double dropout,
        long seed,
        float temperature,
        float vectorTemperature,
        int runs,
        int epochs,
        int secondEpochs,
        int rows,
        List<Integer> layers,
        double without,
        double vectorStep,
        double besideVectors) {
    Recipe {
        layers = List.copyOf(layers);
    }
}
