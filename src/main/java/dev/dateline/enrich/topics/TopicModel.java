package dev.dateline.enrich.topics;

import dev.dateline.enrich.encoder.Encoder;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Media Topics and where each lies among the encoder's vectors. Immutable.
 *
 * <p>The file is big-endian: the magic number, a format number, the version, the name of the encoder, the mean vector of
 * news, the two {@link SubjectClassifier}s, the {@link Calibration}, the number of concepts, their fields as modified UTF-8, then the
 * {@link PackedVectors}, one for each concept.
 *
 * @param version published with every topic
 * @param encoder the name of the model whose vectors these are
 * @param mean of the vectors of news: what all articles share says nothing about a topic
 * @param subjects its outputs are the concepts of level 0, in their order
 * @param sense its outputs are for news and for texts that are about nothing: code, boilerplate, tables, notes
 * @param calibration from evidence to probabilities
 * @param prototypes unit vectors, in the order of the concepts
 */
@SuppressWarnings("ArrayRecordComponent") // never handed on, and compared nowhere
public record TopicModel(
        String version,
        String encoder,
        float[] mean,
        SubjectClassifier subjects,
        SubjectClassifier sense,
        Calibration calibration,
        List<Concept> concepts,
        PackedVectors prototypes) {
    private static final int MAGIC = 0x444C5450;
    private static final int FORMAT = 3;
    private static final int MOST_CONCEPTS = 1 << 16;

    public TopicModel {
        concepts = List.copyOf(concepts);
        long tops = concepts.stream().filter(concept -> concept.level() == 0).count();
        if (sense.subjects() != 2) {
            throw new IllegalArgumentException("news and nothing are 2 outputs, not " + sense.subjects());
        }
        if (concepts.size() != prototypes.size() || tops != subjects.subjects()) {
            throw new IllegalArgumentException(
                    concepts.size() + " concepts, " + tops + " of them subjects, do not go with " + prototypes.size()
                            + " vectors and " + subjects.subjects() + " outputs");
        }
    }

    /** Reads a file. */
    public static TopicModel read(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return read(stream);
        }
    }

    /**
     * Reads the file's form.
     *
     * @throws IOException if it is not one, or of another format, or cut off
     */
    public static TopicModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
            throw new IOException("not a topic model of format " + FORMAT);
        }
        String version = in.readUTF();
        String encoder = in.readUTF();
        float[] mean = Floats.read(in);
        SubjectClassifier subjects = SubjectClassifier.read(in);
        SubjectClassifier sense = SubjectClassifier.read(in);
        Calibration calibration = Calibration.read(in);
        List<Concept> concepts = new ArrayList<>();
        for (int left = Floats.count(in, MOST_CONCEPTS); left > 0; left--) {
            concepts.add(new Concept(
                    in.readUTF(), in.readUTF(), in.readUnsignedByte(), in.readUTF(), in.readUTF(), in.readUTF()));
        }
        return new TopicModel(version, encoder, mean, subjects, sense, calibration, concepts, PackedVectors.read(in));
    }

    /**
     * Passes if this was made with that encoder.
     *
     * @throws IllegalArgumentException if not
     */
    public void mustFit(Encoder candidate) {
        if (!encoder.equals(candidate.name()) || mean.length != candidate.dimensions()) {
            throw new IllegalArgumentException("the topic model is for the encoder " + encoder + " and " + mean.length
                    + " dimensions, not for " + candidate.name() + " and " + candidate.dimensions());
        }
    }

    /** This model, its evidence weighed otherwise. */
    public TopicModel with(Calibration other) {
        return new TopicModel(version, encoder, mean, subjects, sense, other, concepts, prototypes);
    }

    public void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        out.writeUTF(version);
        out.writeUTF(encoder);
        Floats.write(mean, out);
        subjects.write(out);
        sense.write(out);
        calibration.write(out);
        out.writeInt(concepts.size());
        for (Concept concept : concepts) {
            out.writeUTF(concept.code());
            out.writeUTF(concept.label());
            out.writeByte(concept.level());
            out.writeUTF(concept.top());
            out.writeUTF(concept.parent());
            out.writeUTF(concept.wikidata());
        }
        prototypes.write(out);
        out.flush();
    }
}
