package dev.dateline.tool.topics;

import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of class (1 to 4), title and description, in double quotes where they hold commas, quotes doubled. A header and a
 * row that is cut off are passed over.
 */
final class AgNews {
    private static final List<String> LABELS = List.of("World", "Sports", "Business", "Sci/Tech");
    private static final int COLUMNS = 3;

    private AgNews() {}

    static List<LabelledText> read(Path csv) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        List<String> lines = LabelledText.lines(csv);
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            if (cells.size() == COLUMNS && cells.get(0).matches("[1-4]")) {
                String label = LABELS.get(Integer.parseInt(cells.get(0)) - 1);
                texts.add(new LabelledText("ag-" + (i + 1), cells.get(1) + "\n\n" + cells.get(2), label));
            }
        }
        return texts;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
