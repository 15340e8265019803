package dev.dateline.enrich.encoder;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Turns a text into a unit vector such that texts about the same thing point the same way. The shipped model is
 * bge-small-en-v1.5 (English, 384 dimensions, MIT), its weights in 8 bits; an operator may mount another.
 *
 * <p>Thread-safe: all threads share one session, and each call computes on its own thread. The same text gives the same
 * vector on the same kind of processor; between kinds the last bits may differ.
 */
public final class Encoder implements AutoCloseable {
    /**
     * The headline and the first sentence or two: news says at once what it is about. Of 48, 64 and 128 tokens the
     * first cost a third of the last and score as well.
     */
    public static final int DEFAULT_TOKENS = 48;

    /** The name of the shipped model. */
    public static final String MODEL = "bge-small-en-v1.5-q";

    private static final String TYPES = "token_type_ids";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece wordPiece;
    private final EncoderSettings settings;
    private final int maxTokens;
    private final boolean typed;
    private final int dimensions;

    private Encoder(OrtSession session, WordPiece wordPiece, EncoderSettings settings, int maxTokens)
            throws OrtException, IOException {
        this.environment = OrtEnvironment.getEnvironment();
        this.session = session;
        this.wordPiece = wordPiece;
        this.settings = settings;
        this.maxTokens = maxTokens;
        this.typed = session.getInputNames().contains(TYPES);
        NodeInfo output = session.getOutputInfo().values().iterator().next();
        if (!(output.getInfo() instanceof TensorInfo tensor) || tensor.getShape()[tensor.getShape().length - 1] < 1) {
            throw new IOException(
                    "the first output of the encoder " + settings.name() + " is no vector of known length");
        }
        this.dimensions = Math.toIntExact(tensor.getShape()[tensor.getShape().length - 1]);
    }

    /**
     * Loads the shipped model from the class path (about half a second).
     *
     * @param maxTokens how much of a text is read, in word pieces, 2 to 512; the cost grows a little faster than this
     * @throws IllegalStateException if the model is missing or this machine cannot run it
     */
    public static Encoder open(int maxTokens) {
        try (InputStream tokenizer = resource("/" + MODEL + "-tokenizer.json");
                InputStream weights = resource("/" + MODEL + ".onnx")) {
            return open(
                    weights.readAllBytes(),
                    Vocabulary.ofTokenizerJson(tokenizer),
                    EncoderSettings.shipped(MODEL),
                    maxTokens);
        } catch (IOException failure) {
            throw new UncheckedIOException("the encoder " + MODEL + " cannot be read", failure);
        }
    }

    /**
     * Loads an encoder of the operator's: {@code model.onnx}, {@code tokenizer.json} or {@code vocab.txt} of the
     * WordPiece kind, and {@code encoder.properties} ({@link EncoderSettings}).
     *
     * @throws IOException if a file is missing, or is none of these
     */
    public static Encoder open(Path folder, int maxTokens) throws IOException {
        EncoderSettings settings = EncoderSettings.read(folder);
        Path tokenizer = folder.resolve("tokenizer.json");
        try (InputStream pieces =
                Files.newInputStream(Files.exists(tokenizer) ? tokenizer : folder.resolve("vocab.txt"))) {
            Vocabulary vocabulary =
                    Files.exists(tokenizer) ? Vocabulary.ofTokenizerJson(pieces) : Vocabulary.ofLines(pieces);
            return open(Files.readAllBytes(folder.resolve("model.onnx")), vocabulary, settings, maxTokens);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException unfit) {
            throw new IOException("the encoder in " + folder + " cannot be used: " + unfit.getMessage(), unfit);
        }
    }

    private static Encoder open(byte[] weights, Vocabulary vocabulary, EncoderSettings settings, int maxTokens)
            throws IOException {
        if (maxTokens < 2 || maxTokens > 512) {
            throw new IllegalArgumentException("the encoder reads 2 to 512 tokens, not " + maxTokens);
        }
        try {
            WordPiece wordPiece = new WordPiece(vocabulary, settings.lowerCase());
            return new Encoder(session(weights), wordPiece, settings, maxTokens);
        } catch (OrtException failure) {
            throw new IllegalStateException("the encoder " + settings.name() + " does not run here", failure);
        }
    }

    /** One thread a call: the pipeline runs many articles at once, so more threads would only wait for each other. */
    static OrtSession session(byte[] weights) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return OrtEnvironment.getEnvironment().createSession(weights, options);
        }
    }

    /** Published in the name of the stage that uses it. */
    public String name() {
        return settings.name();
    }

    /** BCP 47 primary tags of what it reads. */
    public Set<String> languages() {
        return settings.languages();
    }

    /** Components of each vector. */
    public int dimensions() {
        return dimensions;
    }

    /**
     * Reads the text from its start, up to this encoder's limit. A text without a single letter still gets a vector.
     *
     * @return a new array of {@link #dimensions()}, of length 1
     */
    public float[] embed(String text) {
        long[] tokens = wordPiece.encode(text, maxTokens);
        long[] ones = new long[tokens.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, tokens.length};
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[tokens.length]), shape)) {
            inputs.put("input_ids", ids);
            inputs.put("attention_mask", mask);
            if (typed) {
                inputs.put(TYPES, types);
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return pooled(((OnnxTensor) result.get(0)).getFloatBuffer());
            }
        } catch (OrtException failure) {
            throw new IllegalStateException("the encoder failed on " + tokens.length + " tokens", failure);
        }
    }

    /** From one vector a token to one of the text. */
    private float[] pooled(FloatBuffer states) {
        float[] vector = new float[dimensions];
        states.get(vector);
        while (settings.mean() && states.remaining() >= dimensions) {
            for (int i = 0; i < dimensions; i++) {
                vector[i] += states.get();
            }
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float scale = (float) (1 / Math.sqrt(Math.max(squares, Float.MIN_NORMAL)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    static InputStream resource(String name) throws IOException {
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
