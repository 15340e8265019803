package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Finds names. It reads an article twice: first sentence by sentence, then again knowing what it took each word for
 * elsewhere in the article. Stateless but for the model, so any number of threads may share one.
 */
public final class Tagger {
    private final EntityModel model;

    public Tagger(EntityModel model) {
        this.model = model;
    }

    /**
     * The names in a text, in order, never overlapping, none across sentences.
     *
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    public List<Mention> tag(String text, Sentences sentences) {
        Document document = new Document(text, sentences, model.lexica());
        int[] sums = sums(document);
        List<Mention> found = new ArrayList<>();
        int[] labels = decode(sentences, sums, 0, found);
        if (model.passes().size() == 2) {
            addLabelFeatures(document, labels, sums);
            decode(sentences, sums, 1, found);
        }
        return found;
    }

    /** Weight sums of the features of the text: for each token the labels of the first pass, then of the second. */
    private int[] sums(Document document) {
        int columns = model.features().columns();
        int[] all = new int[document.words.length * columns];
        int[] sums = new int[columns];
        FeatureBuffer buffer = new FeatureBuffer();
        TokenFeatures features = new TokenFeatures(document, buffer);
        Sentences sentences = document.sentences;
        for (int s = 0; s < sentences.size(); s++) {
            stopIfInterrupted();
            features.sentence(s);
            for (int token = sentences.firstTokens()[s]; token < sentences.firstTokens()[s + 1]; token++) {
                Arrays.fill(sums, 0);
                features.extract(token);
                addUp(buffer, model.features(), sums);
                System.arraycopy(sums, 0, all, token * columns, columns);
            }
        }
        return all;
    }

    private static void addUp(FeatureBuffer buffer, FeatureTable table, int[] sums) {
        for (int i = 0; i < buffer.size(); i++) {
            table.addTo(sums, buffer.get(i));
        }
    }

    private void addLabelFeatures(Document document, int[] labels, int[] sums) {
        int width = model.labels().size();
        int[] added = new int[width];
        FeatureBuffer buffer = new FeatureBuffer();
        LabelFeatures features = new LabelFeatures(document, model.labels(), labels, buffer);
        Sentences sentences = document.sentences;
        for (int s = 0; s < sentences.size(); s++) {
            stopIfInterrupted();
            features.sentence(s);
            for (int token = sentences.firstTokens()[s]; token < sentences.firstTokens()[s + 1]; token++) {
                Arrays.fill(added, 0);
                features.extract(token);
                addUp(buffer, model.labelFeatures(), added);
                int at = token * 2 * width + width;
                for (int label = 0; label < width; label++) {
                    sums[at + label] += added[label];
                }
            }
        }
    }

    private int[] decode(Sentences sentences, int[] sums, int reading, List<Mention> found) {
        int width = model.labels().size();
        Pass pass = model.passes().get(reading);
        Lattice lattice = new Lattice(model.labels());
        int[] labels = new int[sentences.tokens()];
        for (int s = 0; s < sentences.size(); s++) {
            stopIfInterrupted();
            int first = sentences.firstTokens()[s];
            int length = sentences.firstTokens()[s + 1] - first;
            lattice.reset(length);
            float[] scores = lattice.scores();
            for (int i = 0; i < length; i++) {
                int at = ((first + i) * model.passes().size() + reading) * width;
                for (int label = 0; label < width; label++) {
                    scores[i * width + label] = sums[at + label] * pass.scale();
                }
            }
            int[] path = lattice.best(pass.transitions());
            System.arraycopy(path, 0, labels, first, length);
            if (reading == model.passes().size() - 1) {
                collect(path, first, lattice, pass, found);
            }
        }
        return labels;
    }

    private void collect(int[] path, int first, Lattice lattice, Pass pass, List<Mention> found) {
        boolean summed = false;
        for (int start = 0; start < path.length; start++) {
            if (path[start] == Labels.OUTSIDE) {
                continue;
            }
            if (!summed) {
                lattice.sum(pass.transitions());
                summed = true;
            }
            int end = start + 1;
            while (!Labels.closes(path[end - 1])) {
                end++;
            }
            int type = model.labels().type(path[start]);
            double confidence = lattice.span(type, start, end);
            found.add(new Mention(
                    first + start, first + end, model.labels().types().get(type), confidence));
            start = end - 1;
        }
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while tagging entities");
        }
    }
}
