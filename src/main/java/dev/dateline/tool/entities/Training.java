package dev.dateline.tool.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.entities.EntityModel;
import dev.dateline.enrich.entities.FeatureBuffer;
import dev.dateline.enrich.entities.LabelFeatures;
import dev.dateline.enrich.entities.Labels;
import dev.dateline.enrich.entities.Lexica;
import dev.dateline.enrich.entities.Pass;
import dev.dateline.enrich.entities.TokenFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Trains both passes. The second one must meet the first one's labels as they will be on unseen articles, so for its
 * training each third of the articles is labelled by a model of the other two (jackknife).
 */
final class Training {
    private static final int FOLDS = 3;
    /** Seeds of the second pass are that far from those of the first. */
    private static final int SEED_STEP = 10;

    private final Labels labels;
    private final Lexica lexica;
    private final Recipe recipe;
    private final FeatureIndex index = new FeatureIndex();
    private final List<Example> examples = new ArrayList<>();
    /** By example, then token. */
    private final List<int[][]> numbers = new ArrayList<>();

    Training(Labels labels, Lexica lexica, Recipe recipe) {
        this.labels = labels;
        this.lexica = lexica;
        this.recipe = recipe;
    }

    /** Adds a text; {@link WordVectors#NONE} if the recipe has no layers. */
    void add(LabelledText text, Sentences sentences, WordVectors vectors) {
        Example example = Example.of(text, sentences, labels, lexica, vectors);
        examples.add(example);
        FeatureBuffer buffer = new FeatureBuffer();
        TokenFeatures features = new TokenFeatures(example.document(), buffer);
        forEachToken(example.sentences(), features::sentence, token -> {
            features.extract(token);
            number(buffer, index);
        });
    }

    int tokens() {
        return examples.stream().mapToInt(example -> example.gold().length).sum();
    }

    int features() {
        return index.size();
    }

    EntityModel run(String version) {
        index.close();
        for (Example example : examples) {
            FeatureBuffer buffer = new FeatureBuffer();
            TokenFeatures features = new TokenFeatures(example.document(), buffer);
            int[][] all = new int[example.gold().length][];
            forEachToken(example.sentences(), features::sentence, token -> {
                features.extract(token);
                all[token] = number(buffer, index);
            });
            numbers.add(all);
        }
        Crf first = trained(index.size(), sentences(numbers, -1), recipe.epochs(), 0, recipe.runs(), Optional.empty());
        if (recipe.secondEpochs() == 0) {
            TablePacker packer = new TablePacker(index, List.of(first.weights()), labels.size());
            TablePacker none = new TablePacker(new FeatureIndex(), List.of(new float[0]), labels.size());
            return new EntityModel(
                    version,
                    labels,
                    lexica,
                    packer.pack(recipe.rows()),
                    none.pack(0),
                    List.of(new Pass(packer.scale(0), recipe.temperature(), first.transitions())),
                    Optional.empty());
        }
        return second(version, first);
    }

    private EntityModel second(String version, Crf first) {
        List<int[]> labelled = jackknife(recipe.secondEpochs());
        FeatureIndex labelIndex = new FeatureIndex();
        labelNumbers(labelled, labelIndex);
        labelIndex.close();
        List<int[][]> added = labelNumbers(labelled, labelIndex);
        List<int[][]> joined = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            int[][] both = new int[added.get(i).length][];
            for (int token = 0; token < both.length; token++) {
                int[] text = numbers.get(i)[token];
                int[] label = added.get(i)[token];
                both[token] = Arrays.copyOf(text, text.length + label.length);
                for (int k = 0; k < label.length; k++) {
                    both[token][text.length + k] = index.size() + label[k];
                }
            }
            joined.add(both);
        }
        Optional<VectorLayer> layer = recipe.layers().isEmpty()
                ? Optional.empty()
                : Optional.of(VectorLayer.of(
                        labels.size(),
                        recipe.vectorStep(),
                        examples.stream().map(Example::vectors).toList()));
        int features = index.size() + labelIndex.size();
        Crf second = trained(features, sentences(joined, -1), recipe.epochs(), SEED_STEP, recipe.runs(), layer);
        int split = index.size() * labels.size();
        float[] ofText = Arrays.copyOf(second.weights(), split);
        float[] ofLabels = Arrays.copyOfRange(second.weights(), split, second.weights().length);
        TablePacker packer = new TablePacker(index, List.of(first.weights(), ofText), labels.size());
        TablePacker labelPacker = new TablePacker(labelIndex, List.of(ofLabels), labels.size());
        labelPacker.scale(0, packer.scale(1));
        return new EntityModel(
                version,
                labels,
                lexica,
                packer.pack(recipe.rows()),
                labelPacker.pack(recipe.rows() / 4),
                List.of(
                        new Pass(packer.scale(0), recipe.temperature(), first.transitions()),
                        new Pass(packer.scale(1), recipe.temperature(), second.transitions())),
                second.layer().map(each -> each.packed(recipe.layers(), recipe.vectorTemperature())));
    }

    /** First-pass labels of every example, each from a model that has not seen it. */
    private List<int[]> jackknife(int epochs) {
        int[][] labelled = new int[examples.size()][];
        IntStream.range(0, FOLDS).parallel().forEach(fold -> {
            Crf crf = trained(index.size(), sentences(numbers, fold), epochs, fold, 1, Optional.empty());
            for (int i = fold; i < labelled.length; i += FOLDS) {
                labelled[i] = new int[examples.get(i).gold().length];
                Sentences sentences = examples.get(i).sentences();
                for (int s = 0; s < sentences.size(); s++) {
                    int from = sentences.firstTokens()[s];
                    int to = sentences.firstTokens()[s + 1];
                    int[] best = crf.label(Arrays.copyOfRange(numbers.get(i), from, to));
                    System.arraycopy(best, 0, labelled[i], from, best.length);
                }
            }
        });
        return List.of(labelled);
    }

    private List<int[][]> labelNumbers(List<int[]> labelled, FeatureIndex into) {
        List<int[][]> all = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            FeatureBuffer buffer = new FeatureBuffer();
            LabelFeatures features = new LabelFeatures(example.document(), labels, labelled.get(i), buffer);
            int[][] each = new int[example.gold().length][];
            forEachToken(example.sentences(), features::sentence, token -> {
                features.extract(token);
                each[token] = number(buffer, into);
            });
            all.add(each);
        }
        return all;
    }

    /** The mean of several runs, which differ in order and dropout only: it leaves less to chance than any of them. */
    private Crf trained(
            int features,
            List<Crf.Sentence> sentences,
            int epochs,
            int variant,
            int runs,
            Optional<VectorLayer> layer) {
        List<Crf> all = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> run(features, sentences, epochs, variant + 2 * SEED_STEP * run, layer))
                .toList();
        for (int run = 1; run < runs; run++) {
            all.get(0).meanWith(all.get(run), run);
        }
        return all.get(0);
    }

    private Crf run(int features, List<Crf.Sentence> sentences, int epochs, int variant, Optional<VectorLayer> layer) {
        Optional<VectorLayer> fresh = layer.map(VectorLayer::fresh);
        Crf crf = new Crf(labels, features, recipe, variant, fresh);
        crf.train(sentences, epochs);
        crf.average();
        return crf;
    }

    private List<Crf.Sentence> sentences(List<int[][]> features, int without) {
        List<Crf.Sentence> all = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if (i % FOLDS == without) {
                continue;
            }
            Sentences sentences = examples.get(i).sentences();
            for (int s = 0; s < sentences.size(); s++) {
                int from = sentences.firstTokens()[s];
                int to = sentences.firstTokens()[s + 1];
                all.add(new Crf.Sentence(
                        Arrays.copyOfRange(features.get(i), from, to),
                        Arrays.copyOfRange(examples.get(i).gold(), from, to),
                        examples.get(i).vectors(),
                        from,
                        examples.get(i).capitals()));
            }
        }
        return all;
    }

    private static int[] number(FeatureBuffer buffer, FeatureIndex into) {
        int[] found = new int[buffer.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            int number = into.number(buffer.get(i));
            if (number != FeatureIndex.UNSEEN) {
                found[count++] = number;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static void forEachToken(Sentences sentences, IntConsumer sentence, IntConsumer token) {
        for (int s = 0; s < sentences.size(); s++) {
            sentence.accept(s);
            for (int i = sentences.firstTokens()[s]; i < sentences.firstTokens()[s + 1]; i++) {
                token.accept(i);
            }
        }
    }
}
