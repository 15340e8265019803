package dev.dateline.enrich.entities.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.entities.Hash;
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
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads knowledge bases: UTF-8, gzipped or not, tab-separated or a JSON object a line. Of the former the first line names
 * the columns, of which {@code id}, {@code type} and {@code name} must be there; in the latter they are keys. Unknown
 * ones are passed over, and so are lines that start with {@code #}. Later sources go behind earlier ones, as if they were
 * one file.
 */
public final class KnowledgeReader {
    /** What a row may hold, by the names of columns and keys. */
    public static final List<String> COLUMNS = Row.COLUMNS;

    /** A row of more is a mistake in the file. */
    private static final int LONGEST_LINE = 1 << 20;

    /** Names are gathered in blocks of this many, a hash and a start each. */
    private static final int BLOCK = 1 << 16;

    private final Function<String, List<String>> json;
    private final Rows rows = new Rows();
    private final List<long[]> names = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private int size;
    private int inBlock = BLOCK;

    /** A reader of tab-separated sources only. */
    public KnowledgeReader() {
        this(line -> {
            throw new IllegalArgumentException("JSON is not read here");
        });
    }

    /**
     * A reader of sources with a JSON object a line too.
     *
     * @param json from a line to its cells in the order of {@link #COLUMNS}, empty strings for those that it lacks; throws
     *     IllegalArgumentException saying what is wrong with it
     */
    public KnowledgeReader(Function<String, List<String>> json) {
        this.json = json;
    }

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
            lines.mark(1);
            boolean objects = lines.read() == '{';
            lines.reset();
            int[] columns = objects ? new int[0] : columns(lines.readLine());
            number = objects ? 0 : 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    add(line, objects, columns);
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
        int[] columns = COLUMNS.stream().mapToInt(given::indexOf).toArray();
        for (int required = 0; required < 3; required++) {
            if (columns[required] < 0) {
                throw new IllegalArgumentException("the first line names no column " + COLUMNS.get(required));
            }
        }
        return columns;
    }

    private void add(String line, boolean object, int[] columns) {
        if (line.length() > LONGEST_LINE) {
            throw new IllegalArgumentException("longer than " + LONGEST_LINE + " characters");
        }
        Row row = new Row(object ? json.apply(line) : cells(line, columns));
        row.check();
        long start = rows.add(row.bytes());
        row.eachKey(key -> addName(key, start));
        size++;
    }

    private static List<String> cells(String line, int[] columns) {
        List<String> given = Row.cells(line, '\t');
        List<String> cells = new ArrayList<>(columns.length);
        for (int column : columns) {
            cells.add(column < 0 || column >= given.size() ? "" : given.get(column));
        }
        return cells;
    }

    private void addName(String key, long start) {
        if (key.isEmpty()) {
            return;
        }
        if (inBlock == BLOCK) {
            names.add(new long[2 * BLOCK]);
            inBlock = 0;
        }
        long[] block = names.get(names.size() - 1);
        block[2 * inBlock] = Hash.of(key);
        block[2 * inBlock + 1] = start;
        inBlock++;
    }

    /** The knowledge base of all that was added; the reader is of no use afterwards. */
    public KnowledgeBase read() {
        rows.trim();
        NameTable table = new NameTable((long) names.size() * BLOCK);
        for (int b = 0; b < names.size(); b++) {
            long[] block = names.get(b);
            int filled = b == names.size() - 1 ? inBlock : BLOCK;
            for (int i = 0; i < filled; i++) {
                table.add(block[2 * i], block[2 * i + 1]);
            }
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
