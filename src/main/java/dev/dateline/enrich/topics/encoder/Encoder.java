package dev.dateline.enrich.topics.encoder;

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
import java.util.Map;

/**
 * Turns a text into a unit vector such that texts about the same thing point the same way. bge-small-en-v1.5
 * (English, 384 dimensions, MIT), its weights in 8 bits; the vector is that of the first token, as the model's card
 * asks.
 *
 * <p>Thread-safe: all threads share one session, and each call computes on its own thread. The same text gives the same
 * vector on the same kind of processor; between kinds the last bits may differ.
 */
public final class Encoder implements AutoCloseable {
    public static final int DIMENSIONS = 384;
    /** The first hundred words: news says at once what it is about. Half of it costs half and is nearly as good. */
    public static final int DEFAULT_TOKENS = 128;

    public static final String MODEL = "bge-small-en-v1.5-q";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece wordPiece;
    private final int maxTokens;

    private Encoder(OrtEnvironment environment, OrtSession session, WordPiece wordPiece, int maxTokens) {
        this.environment = environment;
        this.session = session;
        this.wordPiece = wordPiece;
        this.maxTokens = maxTokens;
    }

    /**
     * Loads the model from the class path (about half a second).
     *
     * @param maxTokens how much of a text is read, in word pieces, 2 to 512; the cost grows a little faster than this
     * @throws IllegalStateException if the model is missing or this machine cannot run it
     */
    public static Encoder open(int maxTokens) {
        if (maxTokens < 2 || maxTokens > 512) {
            throw new IllegalArgumentException("the encoder reads 2 to 512 tokens, not " + maxTokens);
        }
        try (InputStream tokenizer = resource("/" + MODEL + "-tokenizer.json");
                InputStream weights = resource("/" + MODEL + ".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // One thread a call: the pipeline runs many articles at once, so more threads would only wait for each
            // other.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            WordPiece wordPiece = new WordPiece(Vocabulary.ofTokenizerJson(tokenizer));
            return new Encoder(
                    environment, environment.createSession(weights.readAllBytes(), options), wordPiece, maxTokens);
        } catch (OrtException failure) {
            throw new IllegalStateException("the encoder " + MODEL + " does not run here", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("the encoder " + MODEL + " cannot be read", failure);
        }
    }

    /**
     * Reads the text from its start, up to this encoder's limit. A text without a single letter still gets a vector.
     *
     * @return a new array of {@link #DIMENSIONS}, of length 1
     */
    public float[] embed(String text) {
        long[] tokens = wordPiece.encode(text, maxTokens);
        long[] ones = new long[tokens.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, tokens.length};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[tokens.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] vector = new float[DIMENSIONS];
            states.get(vector);
            return unit(vector);
        } catch (OrtException failure) {
            throw new IllegalStateException("the encoder failed on " + tokens.length + " tokens", failure);
        }
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = Encoder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException(name + " is not on the class path");
        }
        return stream;
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
