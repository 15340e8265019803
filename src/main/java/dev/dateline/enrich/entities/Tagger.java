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
    private final int width;
    private final boolean twice;

    public Tagger(EntityModel model) {
        this.model = model;
        this.width = model.labels().size();
        this.twice = model.passes().size() == 2;
    }

    /**
     * The names in a text, in order, never overlapping, none across sentences.
     *
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    public List<Mention> tag(String text, Sentences sentences) {
        Document document = new Document(text, sentences, model.lexica());
        // Sums of some 200 weights of 8 bits fit a short, and halve what a huge article takes.
        short[] forSecond = new short[twice ? sentences.tokens() * width : 0];
        List<Mention> found = new ArrayList<>();
        int[] labels = readFirst(document, forSecond, found);
        if (twice) {
            readAgain(document, labels, forSecond, found);
        }
        return found;
    }

    /** Labels every token, and keeps what the second reading needs of the features of the text. */
    private int[] readFirst(Document document, short[] forSecond, List<Mention> found) {
        FeatureBuffer buffer = new FeatureBuffer();
        TokenFeatures features = new TokenFeatures(document, buffer);
        Lattice lattice = new Lattice(model.labels());
        Pass pass = model.passes().get(0);
        int[] labels = new int[document.words.length];
        int[] sums = new int[model.features().columns()];
        Sentences sentences = document.sentences;
        for (int s = 0; s < sentences.size(); s++) {
            stopIfInterrupted();
            int first = sentences.firstTokens()[s];
            lattice.reset(sentences.firstTokens()[s + 1] - first);
            features.sentence(s);
            for (int token = first; token < sentences.firstTokens()[s + 1]; token++) {
                features.extract(token);
                addUp(buffer, model.features(), sums);
                for (int label = 0; label < width; label++) {
                    lattice.scores()[(token - first) * width + label] = sums[label] * pass.scale();
                    if (twice) {
                        forSecond[token * width + label] = (short) sums[width + label];
                    }
                }
            }
            int[] path = lattice.best(pass.transitions());
            System.arraycopy(path, 0, labels, first, path.length);
            if (!twice) {
                collect(path, first, lattice, pass, found);
            }
        }
        return labels;
    }

    private void readAgain(Document document, int[] labels, short[] fromFirst, List<Mention> found) {
        FeatureBuffer buffer = new FeatureBuffer();
        LabelFeatures features = new LabelFeatures(document, model.labels(), labels, buffer);
        Lattice lattice = new Lattice(model.labels());
        Pass pass = model.passes().get(1);
        int[] sums = new int[width];
        Sentences sentences = document.sentences;
        for (int s = 0; s < sentences.size(); s++) {
            stopIfInterrupted();
            int first = sentences.firstTokens()[s];
            lattice.reset(sentences.firstTokens()[s + 1] - first);
            features.sentence(s);
            for (int token = first; token < sentences.firstTokens()[s + 1]; token++) {
                features.extract(token);
                addUp(buffer, model.labelFeatures(), sums);
                for (int label = 0; label < width; label++) {
                    int sum = sums[label] + fromFirst[token * width + label];
                    lattice.scores()[(token - first) * width + label] = sum * pass.scale();
                }
            }
            collect(lattice.best(pass.transitions()), first, lattice, pass, found);
        }
    }

    private static void addUp(FeatureBuffer buffer, FeatureTable table, int[] sums) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < buffer.size(); i++) {
            table.addTo(sums, buffer.get(i));
        }
    }

    private void collect(int[] path, int first, Lattice lattice, Pass pass, List<Mention> found) {
        boolean summed = false;
        for (int start = 0; start < path.length; start++) {
            if (path[start] == Labels.OUTSIDE) {
                continue;
            }
            if (!summed) {
                lattice.sum(pass.transitions(), pass.temperature());
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
