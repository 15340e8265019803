package dev.dateline.enrich.topics;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operator's topics as they stand in a file: UTF-8, tabs between cells, the first line naming the columns {@code code},
 * {@code label}, {@code parent} and {@code text} in any order. A code may have many lines, one for each example text; the
 * first gives its label. Lines that start with {@code #}, blank ones and other columns are passed over.
 *
 * @param rows by code, in the order of the file
 */
record TaxonomyTable(Map<String, Row> rows) {
    private static final int MOST_CODES = 10_000;
    private static final int MOST_LINES = 100_000;

    /** A code; {@code parent} is empty at the top. */
    record Row(String label, String parent, List<String> texts) {}

    static TaxonomyTable read(Path file) throws IOException {
        String[] lines;
        try {
            lines = Files.readString(file, StandardCharsets.UTF_8).split("\r?\n", -1);
        } catch (CharacterCodingException malformed) {
            throw new IOException(file + " is not UTF-8", malformed);
        }
        if (lines.length > MOST_LINES) {
            throw new IOException(file + " has more than " + MOST_LINES + " lines");
        }
        List<String> columns = List.of(lines[0].strip().split("\t", -1));
        for (String needed : List.of("code", "label")) {
            if (!columns.contains(needed)) {
                throw new IOException(file + " line 1: the first line names no column " + needed);
            }
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
                add(lines[i].split("\t", -1), columns, rows, file + " line " + (i + 1));
            }
        }
        mustHang(rows, file);
        return new TaxonomyTable(rows);
    }

    private static void add(String[] cells, List<String> columns, Map<String, Row> rows, String where)
            throws IOException {
        String code = cell(cells, columns, "code");
        String label = cell(cells, columns, "label");
        String text = cell(cells, columns, "text");
        if (!code.matches("[A-Za-z0-9._~-]{1,64}")) {
            throw new IOException(where
                    + ": a code is 1 to 64 letters, digits, dots, tildes, hyphens or underlines, not '" + code + "'");
        }
        Row row = rows.get(code);
        if (row == null) {
            if (label.isEmpty()) {
                throw new IOException(where + ": the code " + code + " has no label");
            }
            if (rows.size() == MOST_CODES) {
                throw new IOException(where + ": more than " + MOST_CODES + " codes");
            }
            row = new Row(label, cell(cells, columns, "parent"), new ArrayList<>());
            rows.put(code, row);
        }
        if (!text.isEmpty()) {
            row.texts().add(text);
        }
    }

    private static String cell(String[] cells, List<String> columns, String name) {
        int column = columns.indexOf(name);
        return column < 0 || column >= cells.length ? "" : cells[column].strip();
    }

    /** Each from a code without a parent, in the end. */
    private static void mustHang(Map<String, Row> rows, Path file) throws IOException {
        if (rows.isEmpty()) {
            throw new IOException(file + " holds no code");
        }
        for (String code : rows.keySet()) {
            Set<String> passed = new HashSet<>();
            for (String at = code; !at.isEmpty(); ) {
                Row row = rows.get(at);
                if (row == null) {
                    throw new IOException(file + ": " + at + " is a parent but no code");
                }
                if (!passed.add(at)) {
                    throw new IOException(file + ": the code " + code + " is under itself");
                }
                at = row.parent();
            }
        }
    }

    /** The codes above one, the next first. */
    List<String> above(String code) {
        List<String> above = new ArrayList<>();
        Row row = rows.get(code);
        while (row != null && !row.parent().isEmpty()) {
            above.add(row.parent());
            row = rows.get(row.parent());
        }
        return above;
    }
}
