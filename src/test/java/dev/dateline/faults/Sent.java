package dev.dateline.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the file in which the feeder notes what it sent.
 *
 * @param id the header {@code test-id} of the record
 * @param key of the record; empty for none
 * @param sequence rises within a key; of a good article it is the version
 * @param code of the dead letter it must become; empty for a good article
 * @param sha256 of the value of a bad one; empty for one without
 */
record Sent(String id, String key, int sequence, String code, String sha256) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean good() {
        return code.isEmpty();
    }

    String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<Sent> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Sent::of).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Sent of(String line) {
        try {
            return JSON.readValue(line, Sent.class);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static String sha256(byte @Nullable [] value) {
        try {
            return value == null
                    ? ""
                    : HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
