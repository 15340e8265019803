package dev.dateline.enrich.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The files of the encoder in the jar. */
final class ShippedFiles {
    private ShippedFiles() {}

    static InputStream tokenizer() throws IOException {
        return resource("/" + Encoder.MODEL + "-tokenizer.json");
    }

    /** Read as a stream of unknown length it would be gathered in pieces and then copied, 34 MB each time. */
    static byte[] weights() throws IOException {
        try (InputStream stream = resource("/" + Encoder.MODEL + ".onnx")) {
            byte[] weights = new byte[stream.available()];
            int read = stream.readNBytes(weights, 0, weights.length);
            byte[] rest = stream.readAllBytes();
            if (read == weights.length && rest.length == 0) {
                return weights;
            }
            byte[] all = Arrays.copyOf(weights, read + rest.length);
            System.arraycopy(rest, 0, all, read, rest.length);
            return all;
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = ShippedFiles.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException(name + " is not on the class path");
        }
        return stream;
    }
}
