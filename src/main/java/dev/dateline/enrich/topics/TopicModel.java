package dev.dateline.enrich.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Media Topics and where each lies among the encoder's vectors. Immutable.
 *
 * <p>The file is big-endian: the magic number, a format number, the names of the version and the encoder, the mean
 * vector of news, the number of concepts, their fields as modified UTF-8, then the {@link PackedVectors}, one for each
 * concept.
 */
public final class TopicModel {
    private static final int MAGIC = 0x444C5450;
    private static final int FORMAT = 1;

    private final String version;
    private final String encoder;
    private final float[] mean;
    private final List<Concept> concepts;
    private final Map<String, Concept> byCode = new HashMap<>();
    private final PackedVectors prototypes;

    /**
     * A model of these parts.
     *
     * @param version published with every topic
     * @param encoder the name of the model whose vectors these are
     * @param mean of the vectors of news: what all articles share says nothing about a topic
     * @param prototypes unit vectors, in the order of the concepts
     */
    public TopicModel(String version, String encoder, float[] mean, List<Concept> concepts, PackedVectors prototypes) {
        if (concepts.size() != prototypes.size()) {
            throw new IllegalArgumentException(
                    concepts.size() + " concepts do not go with " + prototypes.size() + " vectors");
        }
        this.version = version;
        this.encoder = encoder;
        this.mean = mean.clone();
        this.concepts = List.copyOf(concepts);
        this.prototypes = prototypes;
        concepts.forEach(concept -> byCode.put(concept.code(), concept));
    }

    /**
     * Reads the file's form.
     *
     * @throws IOException if it is not one, or of another format
     */
    public static TopicModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
            throw new IOException("not a topic model of format " + FORMAT);
        }
        String version = in.readUTF();
        String encoder = in.readUTF();
        float[] mean = new float[in.readInt()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = in.readFloat();
        }
        List<Concept> concepts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            concepts.add(new Concept(
                    in.readUTF(), in.readUTF(), in.readUnsignedByte(), in.readUTF(), in.readUTF(), in.readUTF()));
        }
        return new TopicModel(version, encoder, mean, concepts, PackedVectors.read(in));
    }

    public void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        out.writeUTF(version);
        out.writeUTF(encoder);
        out.writeInt(mean.length);
        for (float x : mean) {
            out.writeFloat(x);
        }
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

    public String version() {
        return version;
    }

    public String encoder() {
        return encoder;
    }

    /** The concept with a code; it must be in the model. */
    Concept concept(String code) {
        Concept concept = byCode.get(code);
        if (concept == null) {
            throw new IllegalArgumentException("the model has no concept " + code);
        }
        return concept;
    }

    /** How near an article's vector lies to each concept. */
    Similarities near(float[] vector) {
        return new Similarities(concepts, prototypes.times(Centred.unit(vector, mean)));
    }
}
