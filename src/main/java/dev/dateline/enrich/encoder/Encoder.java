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
import java.nio.file.NoSuchFileException;
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
    private final Tokenizer tokenizer;
    private final EncoderSettings settings;
    private final int maxTokens;
    private final boolean typed;
    private final String output;
    /** Of one text: with the number of its tokens before the last dimension, or without. */
    private final long[] outputShape;

    private final int dimensions;
    private final Rooms rooms;

    private Encoder(OrtSession session, Tokenizer tokenizer, EncoderSettings settings, int maxTokens)
            throws OrtException, IOException {
        this.environment = OrtEnvironment.getEnvironment();
        this.session = session;
        this.tokenizer = tokenizer;
        this.settings = settings;
        this.maxTokens = maxTokens;
        this.typed = session.getInputNames().contains(TYPES);
        NodeInfo output = session.getOutputInfo().values().iterator().next();
        this.output = output.getName();
        if (!(output.getInfo() instanceof TensorInfo tensor) || tensor.getShape()[tensor.getShape().length - 1] < 1) {
            throw new IOException(
                    "the first output of the encoder " + settings.name() + " is no vector of known length");
        }
        this.outputShape = tensor.getShape().clone();
        this.dimensions = Math.toIntExact(outputShape[outputShape.length - 1]);
        this.rooms = new Rooms(maxTokens * dimensions);
    }

    /**
     * Loads the shipped model from the class path (about half a second).
     *
     * @param maxTokens how much of a text is read, in word pieces, 2 to 512; the cost grows a little faster than this
     * @throws IllegalStateException if the model is missing or this machine cannot run it
     */
    public static Encoder open(int maxTokens) {
        try (InputStream vocabulary = ShippedFiles.tokenizer()) {
            byte[] model = ShippedFiles.weights();
            EncoderSettings settings = EncoderSettings.shipped(MODEL);
            return open(
                    (environment, options) -> environment.createSession(model, options),
                    new WordPiece(Vocabulary.ofTokenizerJson(vocabulary), settings.lowerCase()),
                    settings,
                    maxTokens);
        } catch (IOException failure) {
            throw new UncheckedIOException("the encoder " + MODEL + " cannot be read", failure);
        }
    }

    /**
     * Loads an encoder of the operator's: {@code model.onnx}, with its external data beside it if it has some,
     * {@code tokenizer.json} of the WordPiece or the Unigram kind or the {@code vocab.txt} of a WordPiece model, and
     * {@code encoder.properties} ({@link EncoderSettings}).
     *
     * @throws IOException if a file is missing, or is none of these
     */
    public static Encoder open(Path folder, int maxTokens) throws IOException {
        EncoderSettings settings = EncoderSettings.read(folder);
        Path model = folder.resolve("model.onnx");
        if (!Files.isReadable(model)) {
            throw new NoSuchFileException(model.toString());
        }
        try {
            return open(
                    (environment, options) -> environment.createSession(model.toString(), options),
                    tokenizer(folder, settings),
                    settings,
                    maxTokens);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException unfit) {
            throw new IOException("the encoder in " + folder + " cannot be used: " + unfit.getMessage(), unfit);
        }
    }

    private static Tokenizer tokenizer(Path folder, EncoderSettings settings) throws IOException {
        Path json = folder.resolve("tokenizer.json");
        if (!Files.exists(json)) {
            try (InputStream lines = Files.newInputStream(folder.resolve("vocab.txt"))) {
                return new WordPiece(Vocabulary.ofLines(lines), settings.lowerCase());
            }
        }
        String text = Files.readString(json);
        // Told apart by what the vocabulary is: older files of the Unigram kind do not name their type.
        int at = text.indexOf("\"vocab\"");
        int open = at < 0 ? -1 : text.indexOf(':', at) + 1;
        while (open > 0 && open < text.length() && Character.isWhitespace(text.charAt(open))) {
            open++;
        }
        if (open > 0 && open < text.length() && text.charAt(open) == '[') {
            return new Unigram(ScoredPieces.ofTokenizerJson(text));
        }
        if (text.contains("\"merges\"")) {
            throw new IOException(json + " is of the BPE kind; WordPiece and Unigram can be read");
        }
        return new WordPiece(Vocabulary.ofTokenizerJson(text), settings.lowerCase());
    }

    /** Opens the model, wherever its bytes are. */
    private interface Opening {
        OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    private static Encoder open(Opening opening, Tokenizer tokenizer, EncoderSettings settings, int maxTokens)
            throws IOException {
        if (maxTokens < 2 || maxTokens > 512) {
            throw new IllegalArgumentException("the encoder reads 2 to 512 tokens, not " + maxTokens);
        }
        try {
            return new Encoder(session(opening), tokenizer, settings, maxTokens);
        } catch (OrtException failure) {
            throw new IllegalStateException("the encoder " + settings.name() + " does not run here", failure);
        }
    }

    static OrtSession session(byte[] weights) throws OrtException {
        return session((environment, options) -> environment.createSession(weights, options));
    }

    /** One thread a call: the pipeline runs many articles at once, so more threads would only wait for each other. */
    private static OrtSession session(Opening opening) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return opening.open(OrtEnvironment.getEnvironment(), options);
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
        long[] tokens = tokenizer.encode(settings.prefix() + text, maxTokens);
        long[] ones = new long[tokens.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, tokens.length};
        long[] shapeOut =
                outputShape.length == 3 ? new long[] {1, tokens.length, dimensions} : new long[] {1, dimensions};
        FloatBuffer states = rooms.lend((int) shapeOut[shapeOut.length - 2] * dimensions);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[tokens.length]), shape);
                OnnxTensor out = OnnxTensor.createTensor(environment, states, shapeOut)) {
            inputs.put("input_ids", ids);
            inputs.put("attention_mask", mask);
            if (typed) {
                inputs.put(TYPES, types);
            }
            session.run(inputs, Map.of(output, out)).close();
            float[] vector = pooled(states);
            rooms.takeBack(states);
            return vector;
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

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failure) {
            throw new IllegalStateException("the encoder's session does not close", failure);
        }
    }
}
