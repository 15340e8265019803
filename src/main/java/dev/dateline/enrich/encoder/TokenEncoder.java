package dev.dateline.enrich.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns each word of a sentence into a vector of what the shipped encoder's inner layers make of it there. The layers
 * above the highest one asked for are cut off and cost nothing; they are made to tell texts apart, the inner ones know
 * more of single words.
 *
 * <p>Thread-safe, like {@link Encoder}.
 */
public final class TokenEncoder implements AutoCloseable {
    /** Components of the vector of one layer. */
    public static final int LAYER_DIMENSIONS = 384;

    /** Word pieces that are read at once; a longer sentence is read in several parts. */
    private static final int MOST_PIECES = 128;

    /** Of one word: a longer one is a link or noise. */
    private static final int MOST_PIECES_OF_WORD = 8;

    private static final Map<List<Integer>, TokenEncoder> SHARED = new ConcurrentHashMap<>();

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece wordPiece;
    private final List<String> tensors;
    /** For the vectors of all pieces from one layer. */
    private final Rooms rooms = new Rooms(MOST_PIECES * LAYER_DIMENSIONS);

    /** Takes the vectors of words. */
    public interface Sink {
        /** @param vector filled anew for the next word */
        void take(int word, float[] vector);
    }

    private TokenEncoder(OrtSession session, WordPiece wordPiece, List<String> tensors) {
        this.environment = OrtEnvironment.getEnvironment();
        this.session = session;
        this.wordPiece = wordPiece;
        this.tensors = tensors;
    }

    /**
     * Loads the shipped model from the class path.
     *
     * @param layers whose vectors are put one after the other, counted from 1 on
     * @throws IllegalStateException if the model is missing or this machine cannot run it
     */
    public static TokenEncoder open(List<Integer> layers) {
        List<String> tensors = layers.stream()
                .map(layer -> "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0")
                .toList();
        try (InputStream tokenizer = ShippedFiles.tokenizer()) {
            byte[] graph = OnnxGraph.cut(ShippedFiles.weights(), tensors);
            WordPiece wordPiece = new WordPiece(Vocabulary.ofTokenizerJson(tokenizer), true);
            return new TokenEncoder(Encoder.session(graph), wordPiece, tensors);
        } catch (IOException failure) {
            throw new UncheckedIOException("the encoder " + Encoder.MODEL + " cannot be read", failure);
        } catch (OrtException failure) {
            throw new IllegalStateException("the encoder " + Encoder.MODEL + " does not run here", failure);
        }
    }

    /** The one encoder of these layers, loaded when first asked for and kept: there is no need of a second. */
    public static TokenEncoder shared(List<Integer> layers) {
        return SHARED.computeIfAbsent(List.copyOf(layers), TokenEncoder::open);
    }

    /** Components of each vector. */
    public int dimensions() {
        return tensors.size() * LAYER_DIMENSIONS;
    }

    /**
     * The vectors of the words of a sentence, one after the other: for each the mean of its pieces, and zeros for what
     * has none.
     */
    public float[] encode(List<String> words) {
        float[] vectors = new float[words.size() * dimensions()];
        encode(words, (word, vector) -> System.arraycopy(vector, 0, vectors, word * vector.length, vector.length));
        return vectors;
    }

    /** Hands out the vectors of the words of a sentence one after the other, as {@link #encode(List)} has them. */
    public void encode(List<String> words, Sink sink) {
        long[][] pieces = new long[words.size()][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = wordPiece.encode(words.get(i), MOST_PIECES_OF_WORD + 2);
        }
        int from = 0;
        while (from < pieces.length) {
            int to = from;
            int size = 2;
            while (to < pieces.length && size + pieces[to].length - 2 <= MOST_PIECES) {
                size += pieces[to++].length - 2;
            }
            encode(pieces, from, to, size, sink);
            from = to;
        }
    }

    private void encode(long[][] pieces, int from, int to, int size, Sink sink) {
        long[] ids = new long[size];
        int at = 1;
        for (int word = from; word < to; word++) {
            int length = pieces[word].length - 2;
            System.arraycopy(pieces[word], 1, ids, at, length);
            at += length;
        }
        ids[0] = pieces[from][0];
        ids[at] = pieces[from][pieces[from].length - 1];
        long[] ones = new long[size];
        Arrays.fill(ones, 1);
        long[] shape = {1, size};
        long[] stateShape = {1, size, LAYER_DIMENSIONS};
        List<FloatBuffer> states = tensors.stream()
                .map(layer -> rooms.lend(size * LAYER_DIMENSIONS))
                .toList();
        Map<String, OnnxTensor> outputs = new HashMap<>();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[size]), shape)) {
            for (int layer = 0; layer < tensors.size(); layer++) {
                outputs.put(tensors.get(layer), OnnxTensor.createTensor(environment, states.get(layer), stateShape));
            }
            session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types), outputs)
                    .close();
            average(states, pieces, from, to, sink);
            states.forEach(rooms::takeBack);
        } catch (OrtException failure) {
            throw new IllegalStateException("the encoder failed on " + size + " word pieces", failure);
        } finally {
            outputs.values().forEach(OnnxTensor::close);
        }
    }

    private void average(List<FloatBuffer> states, long[][] pieces, int from, int to, Sink sink) {
        float[] vector = new float[dimensions()];
        float[] state = new float[LAYER_DIMENSIONS];
        states.forEach(layer -> layer.position(LAYER_DIMENSIONS));
        for (int word = from; word < to; word++) {
            int length = pieces[word].length - 2;
            Arrays.fill(vector, 0);
            for (int layer = 0; layer < states.size(); layer++) {
                int at = layer * LAYER_DIMENSIONS;
                for (int piece = 0; piece < length; piece++) {
                    states.get(layer).get(state);
                    for (int i = 0; i < LAYER_DIMENSIONS; i++) {
                        vector[at + i] += state[i] / length;
                    }
                }
            }
            sink.take(word, vector);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failure) {
            throw new IllegalStateException("the encoder's session does not close", failure);
        }
    }
}
