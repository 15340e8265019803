package dev.dateline.tool.topics;

import dev.dateline.enrich.topics.Concept;
import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Texts and what somebody who read them found right. */
record JudgedTexts(List<Judged> all) {
    private static final String PREFIX = "medtop:";
    private static final String NONE = "-";
    private static final int CELLS = 4;

    JudgedTexts {
        all = List.copyOf(all);
    }

    /**
     * A text.
     *
     * @param main subjects right as the first; none for a text about nothing
     * @param subjects all that are right, where that was asked
     * @param finer for each concept that was proposed, whether it is right
     */
    record Judged(String text, Set<String> main, Optional<Set<String>> subjects, Map<String, Boolean> finer) {
        Judged {
            main = Set.copyOf(main);
            finer = Map.copyOf(finer);
        }
    }

    /** Texts by their labels, which tell the main subject only. */
    static JudgedTexts labelled(Path texts, Path labels, Map<String, Concept> taxonomy) throws IOException {
        LabelMapping mapping = LabelMapping.read(labels);
        List<Judged> all = new ArrayList<>();
        for (LabelledText text : LabelledText.read(texts)) {
            Set<String> tops = new LinkedHashSet<>();
            mapping.right(text.label(), taxonomy).forEach(concept -> tops.add(concept.top()));
            all.add(new Judged(text.text(), tops, Optional.empty(), Map.of()));
        }
        return new JudgedTexts(all);
    }

    /** Texts of ours: subjects by two digits, or {@code -} for none, a tab, the text. */
    static JudgedTexts own(Path file) throws IOException {
        List<Judged> all = new ArrayList<>();
        for (String line : LabelledText.lines(file)) {
            String[] cells = line.split("\t", 2);
            if (cells.length == 2) {
                Set<String> subjects = cells[0].equals(NONE) ? Set.of() : subjects(cells[0]);
                all.add(new Judged(cells[1], subjects, Optional.of(subjects), Map.of()));
            }
        }
        return new JudgedTexts(all);
    }

    /** Judgements alone, of texts found elsewhere by their ids: id, subjects, right finer codes, wrong ones, in cells. */
    static JudgedTexts read(Path file, List<Path> texts) throws IOException {
        Map<String, String> textById = new HashMap<>();
        for (Path path : texts) {
            LabelledText.read(path).forEach(text -> textById.put(text.id(), text.text()));
        }
        List<Judged> all = new ArrayList<>();
        for (String line : LabelledText.lines(file)) {
            String[] cells = line.split("\t", -1);
            if (cells.length != CELLS) {
                continue;
            }
            String text = textById.get(cells[0]);
            if (text == null) {
                throw new IOException(file + " judges " + cells[0] + ", which none of the texts is");
            }
            Map<String, Boolean> finer = new HashMap<>();
            codes(cells[2]).forEach(code -> finer.put(PREFIX + code, true));
            codes(cells[3]).forEach(code -> finer.put(PREFIX + code, false));
            Set<String> subjects = subjects(cells[1]);
            all.add(new Judged(text, subjects, Optional.of(subjects), finer));
        }
        return new JudgedTexts(all);
    }

    static Set<String> subjects(String digits) {
        Set<String> subjects = new LinkedHashSet<>();
        codes(digits).forEach(two -> subjects.add(PREFIX + two + "000000"));
        return subjects;
    }

    private static List<String> codes(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(" +", -1));
    }
}
