package dev.dateline.tool.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads our table of facts: a knowledge base with one column more, the source that each id was compared with. */
final class Facts {
    private static final int COLUMNS = 11;

    private Facts() {}

    /** The rows without their source. */
    static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split("\t", -1));
            if (cells.size() != COLUMNS || cells.get(COLUMNS - 1).isBlank()) {
                throw new IOException(file + ": a row without a source, or of another width: " + line);
            }
            rows.add(cells.subList(0, COLUMNS - 1));
        }
        return rows;
    }
}
