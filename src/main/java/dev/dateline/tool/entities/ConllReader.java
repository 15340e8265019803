package dev.dateline.tool.entities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads CoNLL-2003 (Tjong Kim Sang and De Meulder, 2003): token, two columns, tag; {@code -DOCSTART-} between articles,
 * a blank line between sentences. A sentence that ends in a full stop or a quotation mark is followed by a space, any
 * other, and one all in capitals (a headline, a dateline, a line of a table), by a line break.
 */
final class ConllReader {
    private static final Map<String, String> TYPES =
            Map.of("PER", "person", "ORG", "organisation", "LOC", "location", "MISC", "misc");

    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", "\"", "'");

    private ConllReader() {}

    static List<LabelledText> read(Path file) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        List<List<String[]>> sentences = new ArrayList<>();
        List<String[]> sentence = new ArrayList<>();
        sentences.add(sentence);
        String name = String.valueOf(file.getFileName());
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("-DOCSTART-")) {
                addText(name, sentences, texts);
            } else if (line.isBlank()) {
                sentence = new ArrayList<>();
                sentences.add(sentence);
            } else {
                String[] columns = line.strip().split("\\s+", -1);
                String tag = columns[columns.length - 1];
                if (columns.length < 2 || !(tag.equals("O") || TYPES.containsKey(tag.replaceFirst("^[BI]-", "")))) {
                    throw new IOException(file + " is not CoNLL-2003: \"" + line + "\"");
                }
                sentence.add(columns);
            }
        }
        addText(name, sentences, texts);
        return texts;
    }

    private static void addText(String name, List<List<String[]>> sentences, List<LabelledText> texts) {
        sentences.removeIf(List::isEmpty);
        if (sentences.isEmpty()) {
            return;
        }
        TaggedTokens out = new TaggedTokens();
        Detokeniser spaces = new Detokeniser();
        String gap = "";
        for (List<String[]> sentence : sentences) {
            spaces.reset();
            for (String[] columns : sentence) {
                String tag = columns[columns.length - 1];
                String type = tag.equals("O") ? "" : TYPES.getOrDefault(tag.substring(2), "");
                out.add(gap + spaces.gapBefore(columns[0]), columns[0], tag, type);
                gap = "";
            }
            out.close();
            gap = runsOn(sentence) ? " " : "\n";
        }
        texts.add(out.toText(name + "#" + texts.size()));
        sentences.clear();
        sentences.add(new ArrayList<>());
    }

    private static boolean runsOn(List<String[]> sentence) {
        boolean ends = SENTENCE_ENDS.contains(sentence.get(sentence.size() - 1)[0]);
        boolean allCapitals =
                sentence.stream().noneMatch(columns -> columns[0].chars().anyMatch(Character::isLowerCase));
        return ends && !allCapitals;
    }
}
