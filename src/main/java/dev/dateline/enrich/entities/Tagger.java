package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.encoder.TokenEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Finds names. It reads an article twice: first sentence by sentence, then again knowing what it took each word for
 * elsewhere in the article. A sentence that leaves it in doubt even then is shown to the sentence encoder, whose vectors
 * of its words count besides. Stateless but for the model, so any number of threads may share one.
 */
public final class Tagger {
    /** Words to each side of one of doubt that the encoder reads with it. */
    private static final int REACH = 10;

    private final EntityModel model;
    private final int width;
    private final boolean twice;
    private final double enough;
    private final Optional<TokenEncoder> encoder;

    /** As thorough as the model was made for. */
    public Tagger(EntityModel model) {
        this(model, Thoroughness.DEFAULT);
    }

    public Tagger(EntityModel model, Thoroughness thoroughness) {
        this.model = model;
        this.width = model.labels().size();
        this.twice = model.passes().size() == 2 && thoroughness.passes() == 2;
        this.enough = thoroughness.doubt();
        this.encoder = twice && enough < 1
                ? model.vectors().map(vectors -> TokenEncoder.shared(vectors.layers()))
                : Optional.empty();
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
        int[] sums = new int[twice ? 2 * width : width];
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
            if (!twice && namesAny(path)) {
                lattice.sum(pass.transitions(), pass.temperature());
                collect(path, first, lattice, found);
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
            if (speaksOfNothing(document, labels, s)) {
                continue;
            }
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
            int[] path = lattice.best(pass.transitions());
            if (encoder.isPresent() || namesAny(path)) {
                lattice.sum(pass.transitions(), pass.temperature());
            }
            if (encoder.isPresent() && addVectors(document, s, lattice)) {
                path = lattice.best(pass.transitions());
                lattice.sum(pass.transitions(), model.vectors().orElseThrow().temperature());
            }
            collect(path, first, lattice, found);
        }
    }

    private static boolean namesAny(int[] path) {
        return IntStream.of(path).anyMatch(label -> label != Labels.OUTSIDE);
    }

    /** Without a capital and without a name so far. */
    private static boolean speaksOfNothing(Document document, int[] labels, int sentence) {
        Sentences sentences = document.sentences;
        for (int token = sentences.firstTokens()[sentence]; token < sentences.firstTokens()[sentence + 1]; token++) {
            if (labels[token] != Labels.OUTSIDE || document.words[token].capital) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adds to the scores of the words of doubt, and of some around them, what their vectors say. The encoder reads no more
     * of a long sentence than these.
     *
     * @return whether there were any
     */
    private boolean addVectors(Document document, int sentence, Lattice lattice) {
        int first = document.sentences.firstTokens()[sentence];
        int length = document.sentences.firstTokens()[sentence + 1] - first;
        boolean any = false;
        int from = 0;
        int to = 0;
        for (int i = 0; i < length; i++) {
            if (lattice.doubt(i) > enough) {
                if (to > 0 && i - REACH > to) {
                    addVectors(document, first, from, to, lattice.scores());
                    from = i - REACH;
                }
                from = to == 0 ? Math.max(0, i - REACH) : from;
                to = Math.min(length, i + REACH + 1);
                any = true;
            }
        }
        if (any) {
            addVectors(document, first, from, to, lattice.scores());
        }
        return any;
    }

    private void addVectors(Document document, int first, int from, int to, float[] scores) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < to; i++) {
            words.add(document.words[first + i].text);
        }
        float[] vectors = encoder.orElseThrow().encode(words);
        VectorWeights weights = model.vectors().orElseThrow();
        int dimensions = weights.means().length;
        for (int i = from; i < to; i++) {
            boolean capital = document.words[first + i].capital;
            weights.addTo(scores, i * width, vectors, (i - from) * dimensions, capital);
        }
    }

    private static void addUp(FeatureBuffer buffer, FeatureTable table, int[] sums) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < buffer.size(); i++) {
            table.addTo(sums, buffer.get(i));
        }
    }

    private void collect(int[] path, int first, Lattice lattice, List<Mention> found) {
        for (int start = 0; start < path.length; start++) {
            if (path[start] == Labels.OUTSIDE) {
                continue;
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
