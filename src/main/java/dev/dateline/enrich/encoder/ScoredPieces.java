package dev.dateline.enrich.encoder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pieces of a unigram model, numbered from 0, each with the logarithm of its probability. Immutable. */
final class ScoredPieces {
    private final Map<String, Integer> numbers;
    private final double[] scores;
    private final int unknown;
    private final int longest;
    private final double lowestScore;

    private ScoredPieces(List<String> pieces, double[] scores, int unknown) {
        this.numbers = new HashMap<>(pieces.size() * 2);
        int most = 1;
        double lowest = 0;
        for (int i = 0; i < scores.length; i++) {
            numbers.putIfAbsent(pieces.get(i), i);
            most = Math.max(most, pieces.get(i).length());
            lowest = Math.min(lowest, scores[i]);
        }
        this.scores = scores;
        this.unknown = unknown;
        this.longest = most;
        this.lowestScore = lowest;
    }

    /**
     * Reads the {@code model.vocab} list of a {@code tokenizer.json}, pairs of a piece and its score, and its
     * {@code unk_id}.
     *
     * @throws IOException if there is none
     */
    static ScoredPieces ofTokenizerJson(String json) throws IOException {
        int at = json.indexOf("\"vocab\"");
        int i = at < 0 ? -1 : json.indexOf('[', at);
        if (i < 0) {
            throw new IOException("the tokenizer file has no \"vocab\" list");
        }
        List<String> pieces = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (i++; json.charAt(i) != ']'; i++) {
            if (json.charAt(i) == '[') {
                piece.setLength(0);
                i = Vocabulary.readString(json, json.indexOf('"', i) + 1, piece);
                int from = json.indexOf(',', i) + 1;
                i = json.indexOf(']', from);
                pieces.add(piece.toString());
                scores.add(Double.parseDouble(json.substring(from, i).strip()));
            }
        }
        return new ScoredPieces(
                pieces, scores.stream().mapToDouble(Double::doubleValue).toArray(), unknown(json, pieces.size()));
    }

    private static int unknown(String json, int size) throws IOException {
        int at = json.indexOf("\"unk_id\"");
        int from = json.indexOf(':', Math.max(0, at)) + 1;
        int to = from;
        while (to < json.length() && (Character.isDigit(json.charAt(to)) || json.charAt(to) == ' ')) {
            to++;
        }
        String id = at < 0 ? "" : json.substring(from, to).strip();
        if (id.isEmpty() || Integer.parseInt(id) >= size) {
            throw new IOException("the tokenizer file has no \"unk_id\" among its pieces");
        }
        return Integer.parseInt(id);
    }

    /** Negative if there is no such piece. */
    int numberOf(String piece) {
        return numbers.getOrDefault(piece, -1);
    }

    double score(int number) {
        return scores[number];
    }

    /** The number for what no piece covers. */
    int unknown() {
        return unknown;
    }

    /** Of all pieces, in UTF-16 units. */
    int longest() {
        return longest;
    }

    double lowestScore() {
        return lowestScore;
    }

    /**
     * The number of the first of these that there is.
     *
     * @throws IllegalArgumentException if there is none
     */
    int requireOne(String... names) {
        for (String name : names) {
            Integer number = numbers.get(name);
            if (number != null) {
                return number;
            }
        }
        throw new IllegalArgumentException("the vocabulary has none of " + String.join(", ", names));
    }
}
