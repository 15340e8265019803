package dev.dateline.enrich.quotes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Weights of hashed features for three decisions: whether a word reports something, what each unit around it is, and
 * where one turns into another. One byte a weight, times a scale for each table. Immutable once made.
 *
 * @param version names the model in what it finds
 * @param cueWords hashes of the words that may report something, ascending
 * @param cues one weight for each slot
 * @param units {@link #LABELS} weights for each slot
 * @param borders {@link #LABELS} × {@link #LABELS} weights for each slot, by the label before and the label after
 */
@SuppressWarnings("ArrayRecordComponent")
public record AttributionModel(
        String version,
        int[] cueWords,
        byte[] cues,
        float cueScale,
        byte[] units,
        float unitScale,
        byte[] borders,
        float borderScale) {
    /** Neither said nor saying. */
    public static final int NEITHER = 0;
    /** Who said it. */
    public static final int SOURCE = 1;
    /** What was said. */
    public static final int CONTENT = 2;

    public static final int LABELS = 3;
    /** Slots of each table, powers of two. */
    public static final int CUE_SLOTS = 1 << 17;

    public static final int UNIT_SLOTS = 1 << 17;
    public static final int BORDER_SLOTS = 1 << 14;

    private static final int MAGIC = 0x44515431;
    private static final int MOST_CUE_WORDS = 1 << 16;

    boolean mayReport(int word) {
        return Arrays.binarySearch(cueWords, word) >= 0;
    }

    /** Log odds that the word reports something. */
    double cueScore(FeatureList features) {
        int sum = 0;
        for (int i = 0; i < features.size(); i++) {
            sum += cues[features.get(i) & (CUE_SLOTS - 1)];
        }
        return sum * cueScale;
    }

    /** Adds the score of each label to three cells. */
    void unitScores(FeatureList features, float[] scores, int at) {
        int neither = 0;
        int source = 0;
        int content = 0;
        for (int i = 0; i < features.size(); i++) {
            int slot = (features.get(i) & (UNIT_SLOTS - 1)) * LABELS;
            neither += units[slot];
            source += units[slot + 1];
            content += units[slot + 2];
        }
        scores[at] = neither * unitScale;
        scores[at + 1] = source * unitScale;
        scores[at + 2] = content * unitScale;
    }

    /** Sets the score of each pair of labels in nine cells. */
    void borderScores(FeatureList features, float[] scores) {
        Arrays.fill(scores, 0);
        for (int i = 0; i < features.size(); i++) {
            int slot = (features.get(i) & (BORDER_SLOTS - 1)) * LABELS * LABELS;
            for (int pair = 0; pair < LABELS * LABELS; pair++) {
                scores[pair] += borders[slot + pair];
            }
        }
        for (int pair = 0; pair < LABELS * LABELS; pair++) {
            scores[pair] *= borderScale;
        }
    }

    /** Writes the model's file. */
    public void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeUTF(version);
        out.writeInt(cueWords.length);
        for (int word : cueWords) {
            out.writeInt(word);
        }
        out.writeFloat(cueScale);
        out.write(cues);
        out.writeFloat(unitScale);
        out.write(units);
        out.writeFloat(borderScale);
        out.write(borders);
        out.flush();
    }

    /**
     * Reads a model's file.
     *
     * @throws IOException if it is none
     */
    public static AttributionModel read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.readInt() != MAGIC) {
            throw new IOException("this is no model of quotations");
        }
        String version = in.readUTF();
        int words = in.readInt();
        if (words < 0 || words > MOST_CUE_WORDS) {
            throw new IOException("a model of quotations does not have " + words + " reporting words");
        }
        int[] cueWords = new int[words];
        for (int i = 0; i < words; i++) {
            cueWords[i] = in.readInt();
        }
        float cueScale = in.readFloat();
        byte[] cues = bytes(in, CUE_SLOTS);
        float unitScale = in.readFloat();
        byte[] units = bytes(in, UNIT_SLOTS * LABELS);
        float borderScale = in.readFloat();
        byte[] borders = bytes(in, BORDER_SLOTS * LABELS * LABELS);
        return new AttributionModel(version, cueWords, cues, cueScale, units, unitScale, borders, borderScale);
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new IOException("the model of quotations ends too early");
        }
        return read;
    }
}
