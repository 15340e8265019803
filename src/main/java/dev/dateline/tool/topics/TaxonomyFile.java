package dev.dateline.tool.topics;

import dev.dateline.enrich.topics.Concept;
import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table of Media Topics: a header, then qcode, level, top, parent, label, definition, Wikidata id, tab-separated. */
record TaxonomyFile(List<Entry> entries) {
    private static final int COLUMNS = 7;

    /** A concept with its definition, which trains the model but is not shipped in it. */
    record Entry(Concept concept, String definition) {}

    static TaxonomyFile read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = LabelledText.lines(file);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IOException(file + " line " + (i + 1) + " has " + cells.length + " columns, not " + COLUMNS);
            }
            int level = Integer.parseInt(cells[1]);
            entries.add(new Entry(new Concept(cells[0], cells[4], level, cells[2], cells[3], cells[6]), cells[5]));
        }
        return new TaxonomyFile(entries);
    }
}
