package dev.dateline.tool.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Edits an article as those do who print what a wire sends. The same seed edits in the same way. */
final class Editor {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final String FOOTER =
            "\n\nThis article was provided by a wire service and has been published without changes to the "
                    + "text. All rights reserved; write to the desk for permission to use it again.";

    private final Random random;

    /** What is done to a text. */
    enum Edit {
        IDENTICAL,
        REFORMATTED,
        FEW_WORDS,
        CUT_END,
        CUT_START,
        FOOTER,
        NEW_LEAD,
        FEW_WORDS_CUT_END_FOOTER
    }

    Editor(long seed) {
        random = new Random(seed);
    }

    String edited(String text, Edit edit) {
        return switch (edit) {
            case IDENTICAL -> text;
            case REFORMATTED ->
                text.toUpperCase(Locale.ROOT).replace("\n", "\n\n").replace(", ", " , ");
            case FEW_WORDS -> fewWords(text);
            case CUT_END -> cut(text, true);
            case CUT_START -> cut(text, false);
            case FOOTER -> text + FOOTER;
            case NEW_LEAD -> newLead(text);
            case FEW_WORDS_CUT_END_FOOTER -> cut(fewWords(text), true) + FOOTER;
        };
    }

    /** One word in twenty is dropped or takes the place of another of the text. */
    private String fewWords(String text) {
        String[] words = text.split(" ", -1);
        StringBuilder copy = new StringBuilder();
        for (String word : words) {
            boolean change = random.nextInt(20) == 0;
            if (change && random.nextInt(3) == 0) {
                continue;
            }
            copy.append(change ? words[random.nextInt(words.length)] : word).append(' ');
        }
        return copy.toString().strip();
    }

    /** A fifth of the words goes. */
    private static String cut(String text, boolean end) {
        String[] words = text.split(" ", -1);
        int gone = words.length / 5;
        int from = end ? 0 : gone;
        return String.join(" ", List.of(words).subList(from, words.length - (end ? gone : 0)));
    }

    /** The first sentence is written anew, from words of the text in another order. */
    private String newLead(String text) {
        List<String> sentences = new ArrayList<>(List.of(SENTENCE_END.split(text)));
        List<String> words = new ArrayList<>(List.of(text.split("\\s+")));
        StringBuilder lead = new StringBuilder();
        for (int i = 0; i < Math.min(25, words.size()); i++) {
            lead.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        sentences.set(0, lead.toString().strip() + ".");
        return String.join(" ", sentences);
    }
}
