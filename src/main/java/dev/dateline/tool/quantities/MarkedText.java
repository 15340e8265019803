package dev.dateline.tool.quantities;

import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A short article with its amounts and dates marked in place. A file holds many: a line {@code # id published}, then lines
 * of text in which <code>[[figure|meaning]]</code> marks what is meant:
 *
 * <ul>
 *   <li>{@code USD 3200000}: money by its ISO 4217 code; {@code %12.5}: a percentage; {@code #12}: a count; {@code killed 3},
 *       {@code injured 3}, {@code missing 3}: casualties; {@code 20..30} for a range
 *   <li>{@code @2026-03-04}: a date, time or period in ISO 8601
 *   <li>{@code -}: neither counted nor held against what is found there
 * </ul>
 *
 * @param text without the marks
 */
record MarkedText(String id, Instant publishedAt, String text, List<Mark> marks) {
    MarkedText {
        marks = List.copyOf(marks);
    }

    /** A marked stretch in UTF-16 units, end exclusive. */
    record Mark(int start, int end, String meaning) {
        boolean ignored() {
            return meaning.equals("-");
        }

        boolean date() {
            return meaning.startsWith("@");
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException with a sentence that names the file and the line, if one is not in this form
     */
    static List<MarkedText> read(Path file) throws IOException {
        List<MarkedText> all = new ArrayList<>();
        List<String> lines = LabelledText.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String where = file + " line " + (i + 1);
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] head = lines.get(i).split(" ", -1);
            if (head.length != 3 || !head[0].equals("#")) {
                throw new IOException(where + " should read \"# id published\"");
            }
            StringBuilder body = new StringBuilder();
            while (i + 1 < lines.size() && !lines.get(i + 1).startsWith("# ")) {
                body.append(lines.get(++i)).append('\n');
            }
            all.add(parsed(head[1], published(head[2], where), body.toString().strip(), where));
        }
        if (all.isEmpty()) {
            throw new IOException(file + " holds no marked text");
        }
        return all;
    }

    private static Instant published(String time, String where) throws IOException {
        try {
            return Instant.parse(time);
        } catch (DateTimeException none) {
            throw new IOException(where + " has no time of publication such as 2026-03-04T09:00:00Z", none);
        }
    }

    private static MarkedText parsed(String id, Instant publishedAt, String marked, String where) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int at = 0;
        for (int open = marked.indexOf("[["); open >= 0; open = marked.indexOf("[[", at)) {
            int bar = marked.indexOf('|', open);
            int close = marked.indexOf("]]", open);
            if (bar < 0 || close < bar) {
                throw new IOException(where + " opens a mark that it does not close");
            }
            text.append(marked, at, open);
            int start = text.length();
            text.append(marked, open + 2, bar);
            marks.add(new Mark(start, text.length(), marked.substring(bar + 1, close)));
            at = close + 2;
        }
        text.append(marked, at, marked.length());
        return new MarkedText(id, publishedAt, text.toString(), marks);
    }
}
