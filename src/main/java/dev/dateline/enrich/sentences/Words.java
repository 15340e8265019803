package dev.dateline.enrich.sentences;

import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import org.jspecify.annotations.Nullable;

/** The tokens of one article as words, for scanners that read them one after another. For one thread. */
public final class Words {
    private final Text text;
    private final Sentences sentences;
    private final @Nullable WordForms[] known;

    public Words(Text text, Sentences sentences) {
        this.text = text;
        this.sentences = sentences;
        this.known = new WordForms[sentences.tokens()];
    }

    public String raw(int token) {
        return forms(token).raw();
    }

    /** The token in lower case; empty outside the text. */
    public String at(int token) {
        return token < 0 || token >= known.length ? "" : forms(token).lower();
    }

    private WordForms forms(int token) {
        WordForms forms = known[token];
        if (forms == null) {
            forms = WordForms.of(
                    text.value(), sentences.tokenStarts()[token], sentences.tokenEnds()[token]);
            known[token] = forms;
        }
        return forms;
    }

    public boolean is(int token, String word) {
        return at(token).equals(word);
    }

    /** Whether the tokens from {@code token} on read so, in lower case, a blank between two. */
    public boolean reads(int token, String phrase) {
        int at = token;
        for (int begin = 0; begin <= phrase.length(); at++) {
            int blank = phrase.indexOf(' ', begin);
            int end = blank < 0 ? phrase.length() : blank;
            String word = at(at);
            if (word.length() != end - begin || !phrase.startsWith(word, begin)) {
                return false;
            }
            begin = end + 1;
        }
        return true;
    }

    /** The tokens {@code from} to {@code to} (exclusive) as they stand in the text. */
    public String between(int from, int to) {
        return text.value().substring(sentences.tokenStarts()[from], sentences.tokenEnds()[to - 1]);
    }

    /** Whether no blank stands between the token and the one before. */
    public boolean joined(int token) {
        return token > 0
                && token < known.length
                && sentences.tokenEnds()[token - 1] == sentences.tokenStarts()[token];
    }

    /** Whether the token is a hyphen or dash with a word close on either side. */
    public boolean hyphen(int token) {
        return dash(token) && joined(token) && joined(token + 1);
    }

    public boolean dash(int token) {
        String word = at(token);
        return word.equals("-") || word.equals("\u2013") || word.equals("\u2014") || word.equals("\u2011");
    }

    public boolean capitalised(int token) {
        return token >= 0
                && token < known.length
                && Character.isUpperCase(text.value().codePointAt(sentences.tokenStarts()[token]));
    }

    public boolean alphabetic(int token) {
        return token >= 0
                && token < known.length
                && Character.isLetter(at(token).codePointAt(0));
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
