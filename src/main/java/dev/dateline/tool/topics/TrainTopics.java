package dev.dateline.tool.topics;

import dev.dateline.enrich.topics.Centred;
import dev.dateline.enrich.topics.Concept;
import dev.dateline.enrich.topics.PackedVectors;
import dev.dateline.enrich.topics.TopicModel;
import dev.dateline.enrich.topics.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the topic model: one vector for each concept, from its label and definition. */
@Command(name = "topics", description = "Make the topic model from the IPTC's taxonomy.")
public final class TrainTopics implements Callable<Integer> {
    @Option(names = "--taxonomy", required = true, description = "Table of Media Topics, tab-separated.")
    private Path taxonomy = Path.of("");

    @Option(names = "--out", required = true, description = "The model file to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        List<Concept> concepts = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        try (Encoder encoder = Encoder.open(128)) {
            for (TaxonomyFile.Entry entry : TaxonomyFile.read(taxonomy).entries()) {
                concepts.add(entry.concept());
                vectors.add(encoder.embed(entry.concept().label() + ": " + entry.definition()));
            }
        }
        float[] mean = mean(vectors);
        vectors.replaceAll(vector -> Centred.unit(vector, mean));
        TopicModel model = new TopicModel("1", Encoder.MODEL, mean, concepts, PackedVectors.of(vectors));
        try (OutputStream file = Files.newOutputStream(out)) {
            model.write(file);
        }
        return 0;
    }

    private static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }
}
