package dev.dateline.enrich.quotes;

import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import java.util.List;

/**
 * One article as the model reads it: for each token the hash of its lower-case form, its shape, the type of the name it
 * belongs to, its sentence and the stretch in quotation marks it stands in. For one thread; the arrays are shared.
 */
public final class Reading {
    static final int LOWER = 0;
    static final int CAPITALISED = 1;
    static final int UPPER = 2;
    static final int DIGIT = 3;
    static final int MARK = 4;
    static final int QUOTATION_MARK = 5;

    static final int NO_NAME = 0;
    static final int PERSON = 1;
    static final int ORGANISATION = 2;
    static final int LOCATION = 3;
    static final int OTHER_NAME = 4;

    private static final int NAME = 10;

    /** Stands for what is outside the text. */
    static final int NOTHING = 1;

    private final Text text;
    private final Sentences sentences;
    private final List<Annotation> names;
    private final int[] words;
    private final int[] suffixes;
    private final byte[] shapes;
    private final byte[] types;
    private final int[] nameOf;
    private final int[] sentenceOf;
    private final boolean[] paragraphStarts;
    private final Quotations quotations;

    /**
     * Reads an article.
     *
     * @param names its entity mentions, in text order
     */
    public Reading(Text text, Sentences sentences, List<Annotation> names) {
        this.text = text;
        this.sentences = sentences;
        this.names = names;
        int tokens = sentences.tokens();
        this.words = new int[tokens];
        this.suffixes = new int[tokens];
        this.shapes = new byte[tokens];
        this.types = new byte[tokens];
        this.nameOf = new int[tokens];
        this.sentenceOf = new int[tokens];
        this.paragraphStarts = new boolean[tokens + 1];
        readTokens();
        readSentences();
        readNames();
        this.quotations = new QuotationMarks(this).quotations();
    }

    private void readTokens() {
        String value = text.value();
        for (int token = 0; token < words.length; token++) {
            int start = sentences.tokenStarts()[token];
            int end = sentences.tokenEnds()[token];
            words[token] = Hashes.word(value, start, end);
            suffixes[token] = Hashes.word(value, Math.max(start, end - 3), end);
            shapes[token] = (byte) shape(value, start, end);
            nameOf[token] = -1;
        }
    }

    private static int shape(String value, int start, int end) {
        char first = value.charAt(start);
        if (Character.isUpperCase(first)) {
            return end - start > 1 && Character.isUpperCase(value.charAt(start + 1)) ? UPPER : CAPITALISED;
        }
        if (Character.isDigit(first)) {
            return DIGIT;
        }
        if (Character.isLetter(first) || end - start > 1) {
            return LOWER;
        }
        return QuotationMarks.isMark(first) ? QUOTATION_MARK : MARK;
    }

    private void readSentences() {
        int[] firsts = sentences.firstTokens();
        for (int sentence = 0; sentence < sentences.size(); sentence++) {
            for (int token = firsts[sentence]; token < firsts[sentence + 1]; token++) {
                sentenceOf[token] = sentence;
            }
            paragraphStarts[firsts[sentence]] = lineBreakBefore(firsts[sentence]);
        }
        paragraphStarts[words.length] = true;
    }

    private boolean lineBreakBefore(int token) {
        if (token == 0) {
            return true;
        }
        for (int i = sentences.tokenEnds()[token - 1]; i < sentences.tokenStarts()[token]; i++) {
            char c = text.value().charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2029' || c == '\f') {
                return true;
            }
        }
        return false;
    }

    private void readNames() {
        int token = 0;
        for (int name = 0; name < names.size(); name++) {
            int start = text.toUtf16(names.get(name).start());
            int end = text.toUtf16(names.get(name).end());
            while (token < words.length && sentences.tokenEnds()[token] <= start) {
                token++;
            }
            byte type = type(names.get(name));
            for (int at = token; at < words.length && sentences.tokenStarts()[at] < end; at++) {
                types[at] = type;
                nameOf[at] = name;
            }
        }
    }

    private static byte type(Annotation name) {
        return switch (String.valueOf(name.details().get("type"))) {
            case "person" -> PERSON;
            case "organisation" -> ORGANISATION;
            case "location" -> LOCATION;
            default -> OTHER_NAME;
        };
    }

    public int tokens() {
        return words.length;
    }

    public Text text() {
        return text;
    }

    Sentences sentences() {
        return sentences;
    }

    /** The hash of the token's lower-case form, {@link #NOTHING} outside the text. */
    public int word(int token) {
        return token < 0 || token >= words.length ? NOTHING : words[token];
    }

    /** As {@link #word}, but one value for all names of a type: whose name it is teaches nothing. */
    int plainWord(int token) {
        return type(token) == NO_NAME ? word(token) : NAME + type(token);
    }

    int suffix(int token) {
        return token < 0 || token >= words.length || types[token] != NO_NAME ? NOTHING : suffixes[token];
    }

    int shape(int token) {
        return token < 0 || token >= words.length ? MARK : shapes[token];
    }

    int type(int token) {
        return token < 0 || token >= words.length ? NO_NAME : types[token];
    }

    /** The mention that holds the token, as an index into the names; −1 if none does. */
    int nameOf(int token) {
        return nameOf[token];
    }

    List<Annotation> names() {
        return names;
    }

    int sentenceOf(int token) {
        return sentenceOf[token];
    }

    int sentenceStart(int sentence) {
        return sentences.firstTokens()[sentence];
    }

    int sentenceEnd(int sentence) {
        return sentences.firstTokens()[sentence + 1];
    }

    boolean startsParagraph(int token) {
        return paragraphStarts[token];
    }

    public Quotations quotations() {
        return quotations;
    }

    /** The token's characters. */
    String raw(int token) {
        return text.value().substring(sentences.tokenStarts()[token], sentences.tokenEnds()[token]);
    }

    /** The token's only character, NUL if it has several. */
    char mark(int token) {
        int start = sentences.tokenStarts()[token];
        return sentences.tokenEnds()[token] - start == 1 ? text.value().charAt(start) : '\0';
    }

    /** Whether no blank stands between the token and the one before. */
    boolean joined(int token) {
        return token > 0
                && token < words.length
                && sentences.tokenEnds()[token - 1] == sentences.tokenStarts()[token];
    }

    /** Code-point offset of the token's first character. */
    public int start(int token) {
        return text.toCodePoint(sentences.tokenStarts()[token]);
    }

    /** Code-point offset one past the token's last character. */
    public int end(int token) {
        return text.toCodePoint(sentences.tokenEnds()[token]);
    }
}
