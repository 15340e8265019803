package dev.dateline.tool.topics;

import dev.dateline.enrich.topics.Concept;
import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which concepts count as right for a set's own labels: a line each, the label, a tab, qcodes separated by spaces. Lines
 * that start with {@code #} are remarks. A label without qcodes is that of texts which must get no topic.
 */
record LabelMapping(Map<String, Set<String>> codesByLabel) {
    static LabelMapping read(Path file) throws IOException {
        Map<String, Set<String>> codes = new TreeMap<>();
        for (String line : LabelledText.lines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 2) {
                throw new IOException(file + ": '" + line + "' is not a label, a tab and qcodes");
            }
            codes.put(
                    cells[0],
                    cells[1].isBlank() ? Set.of() : Set.of(cells[1].strip().split(" +", -1)));
        }
        return new LabelMapping(codes);
    }

    /**
     * The concepts that count as right.
     *
     * @throws IOException if the mapping does not know the label, or the taxonomy one of its concepts
     */
    List<Concept> right(String label, Map<String, Concept> taxonomy) throws IOException {
        Set<String> codes = codesByLabel.get(label);
        if (codes == null) {
            throw new IOException("the mapping has no label '" + label + "'");
        }
        List<Concept> concepts = new ArrayList<>();
        for (String code : codes) {
            Concept concept = taxonomy.get(code);
            if (concept == null) {
                throw new IOException("the taxonomy has no concept " + code + " of label '" + label + "'");
            }
            concepts.add(concept);
        }
        return concepts;
    }

    /**
     * For each subject the one label that leads to it; a subject of several labels is left out.
     *
     * @throws IOException if the taxonomy lacks one of the concepts
     */
    Map<String, String> labelBySubject(Map<String, Concept> taxonomy) throws IOException {
        Map<String, String> labels = new HashMap<>();
        Set<String> shared = new TreeSet<>();
        for (String label : codesByLabel.keySet()) {
            for (Concept concept : right(label, taxonomy)) {
                String before = labels.put(concept.top(), label);
                if (before != null && !before.equals(label)) {
                    shared.add(concept.top());
                }
            }
        }
        labels.keySet().removeAll(shared);
        return labels;
    }
}
