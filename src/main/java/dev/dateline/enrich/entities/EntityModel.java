package dev.dateline.enrich.entities;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything the tagger has learnt. Immutable.
 *
 * @param version names the training run; published with every finding
 * @param features weights of the features of the text, the columns of all passes side by side
 * @param labelFeatures weights of the features that look at the first pass's labels; empty for one pass
 * @param passes one or two
 * @param vectors weights of the encoder's vectors in the second pass
 */
public record EntityModel(
        String version,
        Labels labels,
        Lexica lexica,
        FeatureTable features,
        FeatureTable labelFeatures,
        List<Pass> passes,
        Optional<VectorWeights> vectors) {
    /** "DLNE" and the format's number. */
    private static final long MAGIC = 0x444C4E4500000003L;

    public EntityModel {
        passes = List.copyOf(passes);
        if (passes.isEmpty()
                || passes.size() > 2
                || features.columns() != passes.size() * labels.size()
                || labelFeatures.columns() != labels.size()
                || vectors.map(VectorWeights::labels).orElse(labels.size()) != labels.size()
                || passes.stream().anyMatch(pass -> pass.transitions().length != labels.size() * labels.size())) {
            throw new IllegalArgumentException("the entity model's parts disagree in size");
        }
    }

    public void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeLong(MAGIC);
        out.writeUTF(version);
        out.writeInt(labels.types().size());
        for (String type : labels.types()) {
            out.writeUTF(type);
        }
        lexica.write(out);
        features.write(out);
        labelFeatures.write(out);
        out.writeInt(passes.size());
        for (Pass pass : passes) {
            pass.write(out);
        }
        if (vectors.isPresent()) {
            vectors.get().write(out);
        } else {
            out.writeInt(0);
        }
        out.flush();
    }

    /**
     * Reads a model; the caller closes the stream.
     *
     * @throws IOException if the stream holds no entity model, or a damaged one
     */
    public static EntityModel read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
        if (in.readLong() != MAGIC) {
            throw new IOException("this is no entity model, or one of another format version");
        }
        String version = in.readUTF();
        List<String> types = new ArrayList<>();
        for (int rest = in.readInt(); rest > 0; rest--) {
            types.add(in.readUTF());
        }
        Lexica lexica = Lexica.read(in);
        FeatureTable features = FeatureTable.read(in);
        FeatureTable labelFeatures = FeatureTable.read(in);
        List<Pass> passes = new ArrayList<>();
        for (int rest = in.readInt(); rest > 0; rest--) {
            passes.add(Pass.read(in));
        }
        int layers = in.readInt();
        try {
            Optional<VectorWeights> vectors =
                    layers > 0 ? Optional.of(VectorWeights.read(in, layers)) : Optional.empty();
            return new EntityModel(version, new Labels(types), lexica, features, labelFeatures, passes, vectors);
        } catch (IllegalArgumentException damaged) {
            throw new IOException("the entity model is damaged", damaged);
        }
    }
}
