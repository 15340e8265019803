package dev.dateline.enrich.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * From {@link Evidence} to probabilities that mean what they say: fitted to judged texts of which the model has learned
 * nothing else.
 *
 * @param first of the likeliest subject
 * @param further of any other subject
 * @param finer of a finer concept
 */
public record Calibration(Logistic first, Logistic further, Logistic finer) {
    /** For a model made without judged texts: what the shipped one has, whose encoder may differ. */
    public static final Calibration DEFAULT = new Calibration(
            new Logistic(0.6f, 1f, 0.1f, 0.5f, -1.8f),
            new Logistic(0.5f, 10f, -0.2f, -4f),
            new Logistic(8f, 3f, 0.2f, -6f, 0.5f, -0.5f, 0.5f, -2.5f));

    static Calibration read(DataInputStream in) throws IOException {
        return new Calibration(
                Logistic.read(in, Evidence.FIRST_FEATURES),
                Logistic.read(in, Evidence.FURTHER_FEATURES),
                Logistic.read(in, Evidence.FINER_FEATURES));
    }

    void write(DataOutputStream out) throws IOException {
        first.write(out);
        further.write(out);
        finer.write(out);
    }
}
