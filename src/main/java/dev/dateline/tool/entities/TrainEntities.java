package dev.dateline.tool.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.encoder.TokenEncoder;
import dev.dateline.enrich.entities.EntityModel;
import dev.dateline.enrich.entities.Labels;
import dev.dateline.enrich.entities.Lexica;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.sentences.SentenceSplitter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "entities", description = "Train the entity tagger and write its model file.")
public final class TrainEntities implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "labelled texts; may be given several times")
    List<Path> data = List.of();

    @Option(
            names = "--lexica",
            required = true,
            description = "the jar nlp4j-english 1.1.2, or a model to take the lexica from")
    Path lexica = Path.of(".");

    @Option(names = "--out", required = true, description = "the model file to write")
    Path out = Path.of(".");

    @Option(names = "--model-version", required = true, description = "published with every finding of the model")
    String version = "";

    @Option(
            names = "--types",
            split = ",",
            defaultValue = "person,organisation,location,facility,misc,norp,product",
            description = "the types to tell apart, default ${DEFAULT-VALUE}")
    List<String> types = List.of();

    @Option(names = "--epochs", defaultValue = "6", description = "default ${DEFAULT-VALUE}")
    int epochs = 6;

    @Option(names = "--second-epochs", defaultValue = "3", description = "of the second pass, default ${DEFAULT-VALUE}")
    int secondEpochs = 3;

    @Option(names = "--dropout", defaultValue = "0.2", description = "default ${DEFAULT-VALUE}")
    double dropout = 0.2;

    @Option(names = "--rows", defaultValue = "1100000", description = "features to keep, default ${DEFAULT-VALUE}")
    int rows = 1_100_000;

    @Option(names = "--runs", defaultValue = "3", description = "to take the mean of, default ${DEFAULT-VALUE}")
    int runs = 3;

    @Option(
            names = "--temperature",
            defaultValue = "2.75",
            description = "makes confidences match the share of right mentions, default ${DEFAULT-VALUE}")
    float temperature = 2.75f;

    @Option(names = "--news", description = "any news text, to count how words are capitalised; several times")
    List<Path> news = List.of();

    @Option(names = "--passes", defaultValue = "2", description = "1 or 2, default ${DEFAULT-VALUE}")
    int passes = 2;

    @Option(names = "--seed", defaultValue = "1", description = "of the training order, default ${DEFAULT-VALUE}")
    long seed = 1;

    @Option(
            names = "--layers",
            split = ",",
            defaultValue = "4,8",
            description =
                    "of the sentence encoder, whose vectors the second pass reads; 0 for none; default ${DEFAULT-VALUE}")
    List<Integer> layers = List.of();

    @Option(
            names = "--without",
            defaultValue = "0.3",
            description = "share of sentences to learn from without vectors, default ${DEFAULT-VALUE}")
    double without = 0.3;

    @Option(
            names = "--vector-step",
            defaultValue = "0.03",
            description = "of learning from vectors, default ${DEFAULT-VALUE}")
    double vectorStep = 0.03;

    @Option(
            names = "--beside-vectors",
            defaultValue = "0.5",
            description = "dropout of the features in sentences with vectors, default ${DEFAULT-VALUE}")
    double besideVectors = 0.5;

    @Option(
            names = "--vector-temperature",
            defaultValue = "3.25",
            description = "with vectors, default ${DEFAULT-VALUE}")
    float vectorTemperature = 3.25f;

    @Override
    public Integer call() throws IOException {
        List<LabelledText> texts = FinerTypes.refined(data);
        Lexica made = lexica(texts);
        log("lexica made: " + made.sizes());
        List<Integer> read = layers.contains(0) ? List.of() : layers;
        Recipe recipe = new Recipe(
                dropout,
                seed,
                temperature,
                vectorTemperature,
                runs,
                epochs,
                passes == 1 ? 0 : secondEpochs,
                rows,
                passes == 1 ? List.of() : read,
                without,
                vectorStep,
                besideVectors);
        Training training = new Training(new Labels(types), made, recipe);
        for (LabelledText text : texts) {
            Sentences sentences = SentenceSplitter.split(text.text(), "en");
            WordVectors vectors = recipe.layers().isEmpty()
                    ? WordVectors.NONE
                    : WordVectors.of(text.text(), sentences, TokenEncoder.shared(recipe.layers()));
            training.add(text, sentences, vectors);
        }
        log(training.tokens() + " tokens, " + training.features() + " features");
        EntityModel model = training.run(version);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            model.write(file);
        }
        log("model of " + Files.size(out) + " bytes in " + out);
        return 0;
    }

    private Lexica lexica(List<LabelledText> texts) throws IOException {
        if (!lexica.toString().endsWith(".jar")) {
            return ShippedModel.readOr(Optional.of(lexica)).lexica();
        }
        CaseCounts cases = new CaseCounts();
        texts.forEach(text -> cases.add(text.text()));
        for (Path file : news) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.forEach(cases::add);
            }
        }
        return Nlp4jLexica.read(lexica, cases.toLexicon());
    }

    private static void log(String line) {
        System.out.println(line);
    }
}
