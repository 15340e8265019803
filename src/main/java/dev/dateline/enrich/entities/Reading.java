package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** One article read by a {@link Tagger}. One thread. */
final class Reading {
    /** Words to each side of one of doubt that the encoder reads with it. */
    private static final int REACH = 4;
    /** Words of one article that the encoder reads, the first ones: it takes longer for each than all else together. */
    private static final int MOST_SHOWN = 2_000;

    private static final Standing[] STANDINGS = Standing.values();

    private final Tagger tagger;
    private final EntityModel model;
    private final int width;
    private final Sentences sentences;
    private final Document document;
    private final Scratch scratch;
    private final Lattice lattice;
    /** The first reading's label of each token. */
    private final int[] labels;
    /** What the features of the text mean for the second reading. Sums of some 200 weights of 8 bits fit a short. */
    private final short[] forSecond;

    private final List<Mention> found = new ArrayList<>();
    /** Words that the encoder has read. */
    private int shown;

    Reading(Tagger tagger, String text, Sentences sentences, Scratch scratch) {
        this.tagger = tagger;
        this.model = tagger.model;
        this.width = model.labels().size();
        this.sentences = sentences;
        this.document = new Document(text, sentences, model.lexica(), tagger.words, scratch.features);
        this.labels = new int[sentences.tokens()];
        this.forSecond = scratch.sums(tagger.twice ? sentences.tokens() : 0);
        this.scratch = scratch;
        this.lattice = scratch.lattice;
    }

    List<Mention> mentions() {
        readFirst();
        if (tagger.twice) {
            readAgain();
        }
        return found;
    }

    private int length(int sentence) {
        return sentences.firstTokens()[sentence + 1] - sentences.firstTokens()[sentence];
    }

    /** Labels every token, and keeps what the second reading needs of the features of the text. */
    private void readFirst() {
        TokenFeatures features = new TokenFeatures(document, scratch.features);
        LabelSums added = scratch.first;
        Pass pass = model.passes().get(0);
        for (int s = 0; s < sentences.size(); s++) {
            stopIfInterrupted();
            int first = sentences.firstTokens()[s];
            lattice.reset(length(s));
            features.sentence(s);
            for (int token = first; token < first + length(s); token++) {
                added.clear();
                for (Standing standing : STANDINGS) {
                    added.add(features.word(token, standing), standing);
                }
                features.extractJoint(token);
                added.add(scratch.features, model.features());
                int[] sums = added.sums();
                for (int label = 0; label < width; label++) {
                    lattice.scores()[(token - first) * width + label] = sums[label] * pass.scale();
                }
                for (int label = 0; label < width && tagger.twice; label++) {
                    forSecond[token * width + label] = (short) sums[width + label];
                }
            }
            int[] path = lattice.best(pass.transitions());
            System.arraycopy(path, 0, labels, first, path.length);
            if (!tagger.twice && namesAny(path)) {
                lattice.sum(tagger.transitions.get(0), pass.temperature());
                collect(path, first);
            }
        }
    }

    private void readAgain() {
        LabelFeatures features = new LabelFeatures(document, model.labels(), labels, scratch.features, scratch.counts);
        LabelSums added = scratch.second;
        Pass pass = model.passes().get(1);
        for (int s = 0; s < sentences.size(); s++) {
            stopIfInterrupted();
            if (speaksOfNothing(s)) {
                continue;
            }
            int first = sentences.firstTokens()[s];
            lattice.reset(length(s));
            features.sentence(s);
            for (int token = first; token < first + length(s); token++) {
                added.clear();
                features.extract(token);
                added.add(scratch.features, model.labelFeatures());
                int[] sums = added.sums();
                for (int label = 0; label < width; label++) {
                    int sum = sums[label] + forSecond[token * width + label];
                    lattice.scores()[(token - first) * width + label] = sum * pass.scale();
                }
            }
            int[] path = lattice.best(pass.transitions());
            boolean encodes = tagger.encoder.isPresent() && shown < MOST_SHOWN;
            if (encodes || namesAny(path)) {
                lattice.sum(tagger.transitions.get(1), pass.temperature());
            }
            if (encodes && addVectors(s)) {
                path = lattice.best(pass.transitions());
                lattice.sum(
                        tagger.transitions.get(2), model.vectors().orElseThrow().temperature());
            }
            collect(path, first);
        }
    }

    private static boolean namesAny(int[] path) {
        for (int label : path) {
            if (label != Labels.OUTSIDE) {
                return true;
            }
        }
        return false;
    }

    /** Without a capital and without a name so far. */
    private boolean speaksOfNothing(int sentence) {
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
    private boolean addVectors(int sentence) {
        int first = sentences.firstTokens()[sentence];
        int length = length(sentence);
        int before = shown;
        int from = 0;
        int to = 0;
        for (int i = 0; i < length && shown + to - from < MOST_SHOWN; i++) {
            if (lattice.doubt(i) > tagger.enough) {
                if (to > 0 && i - REACH > to) {
                    addVectors(first, from, to);
                    from = i - REACH;
                }
                from = to == 0 ? Math.max(0, i - REACH) : from;
                to = Math.min(length, i + REACH + 1);
            }
        }
        if (to > from) {
            addVectors(first, from, to);
        }
        return shown > before;
    }

    private void addVectors(int first, int from, int to) {
        shown += to - from;
        List<String> words = new ArrayList<>();
        for (int i = from; i < to; i++) {
            words.add(document.words[first + i].text);
        }
        VectorWeights weights = model.vectors().orElseThrow();
        tagger.encoder.orElseThrow().encode(words, (word, vector) -> {
            boolean capital = document.words[first + from + word].capital;
            weights.addTo(lattice.scores(), (from + word) * width, vector, capital);
        });
    }

    private void collect(int[] path, int first) {
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
            if (confidence >= tagger.least[type]) {
                found.add(new Mention(
                        first + start, first + end, model.labels().types().get(type), confidence));
            }
            start = end - 1;
        }
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while tagging entities");
        }
    }
}
