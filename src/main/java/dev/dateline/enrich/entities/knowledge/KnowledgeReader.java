package dev.dateline.enrich.entities.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads knowledge bases: UTF-8, tab-separated, gzipped or not. The first line names the columns, of which {@code id},
 * {@code type} and {@code name} must be there; unknown ones are passed over, and so are lines that start with {@code #}.
 * Later sources go behind earlier ones, as if they were one file.
 */
public final class KnowledgeReader {
    /** A row of more is a mistake in the file. */
    private static final int LONGEST_LINE = 1 << 20;

    private final Rows rows = new Rows();
    private final List<long[]> starts = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private int size;
    private long names;

    private static final int BLOCK = 1 << 16;

    /** Adds a file. */
    public KnowledgeReader add(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return add(in, file.toString());
        }
    }

    /**
     * Adds a stream, which the caller closes.
     *
     * @param source what to call it in messages
     * @throws IOException if it cannot be read, or is no knowledge base: the message says which line and why
     */
    public KnowledgeReader add(InputStream from, String source) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(new DigestInputStream(from, digest), 1 << 16);
        raw.mark(2);
        boolean zipped = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        InputStream plain = zipped ? new GZIPInputStream(raw, 1 << 16) : raw;
        BufferedReader lines = new BufferedReader(new InputStreamReader(plain, UTF_8.newDecoder()), 1 << 16);
        int number = 1;
        try {
            int[] columns = columns(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    add(line, columns);
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("interrupted");
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException wrong) {
            String why = wrong instanceof CharacterCodingException ? "not UTF-8" : wrong.getMessage();
            throw new IOException(source + ", line " + number + ": " + why, wrong);
        }
        return this;
    }

    /** For each column of ours its place in the source, −1 if the source has it not. */
    private static int[] columns(@Nullable String header) {
        List<String> given = header == null ? List.of() : Row.cells(header, '\t');
        int[] columns = Row.COLUMNS.stream().mapToInt(given::indexOf).toArray();
        for (int required = 0; required < 3; required++) {
            if (columns[required] < 0) {
                throw new IllegalArgumentException("the first line names no column " + Row.COLUMNS.get(required));
            }
        }
        return columns;
    }

    private void add(String line, int[] columns) {
        if (line.length() > LONGEST_LINE) {
            throw new IllegalArgumentException("longer than " + LONGEST_LINE + " characters");
        }
        List<String> given = Row.cells(line, '\t');
        List<String> cells = new ArrayList<>(columns.length);
        for (int column : columns) {
            cells.add(column < 0 || column >= given.size() ? "" : given.get(column));
        }
        Row row = new Row(cells);
        row.check();
        if (size % BLOCK == 0) {
            starts.add(new long[BLOCK]);
        }
        starts.get(size / BLOCK)[size % BLOCK] = rows.add(row.bytes());
        size++;
        names += 1;
        for (int i = 0; i < cells.get(3).length(); i++) {
            names += cells.get(3).charAt(i) == '|' ? 1 : 0;
        }
        names += cells.get(3).isEmpty() ? 0 : 1;
    }

    /** The knowledge base of all that was added; the reader is of no use afterwards. */
    public KnowledgeBase read() {
        rows.trim();
        NameTable table = new NameTable(names);
        for (int entry = 0; entry < size; entry++) {
            long start = starts.get(entry / BLOCK)[entry % BLOCK];
            Row.of(rows.row(start)).eachKey(key -> {
                if (!key.isEmpty()) {
                    table.add(key, start);
                }
            });
        }
        return new KnowledgeBase(HexFormat.of().formatHex(digest.digest()).substring(0, 12), size, rows, table);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
