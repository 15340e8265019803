package dev.dateline.story;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes profiles. Its frequencies are those of the articles in the window. */
final class Profiler {
    private static final int MOST_WORDS = 80;
    private static final int MOST_ENTITY_WORDS = 16;
    private static final int MOST_LEAD_WORDS = 24;
    /** Headline and first sentence or two. */
    private static final int LEAD = 45;
    /** A longer text says nothing more of what it is about. */
    private static final int READ = 1500;

    /** Names and figures tell one event from the next of its sort. */
    private static final double CAPITAL = 1.4;

    private static final double FIGURE = 4.4;
    /** Damps repetition: chosen on ECB+ topics 1 to 35, as the weights around it. */
    private static final double FREQUENCY_POWER = 0.65;

    private static final double LEAST_SALIENCE = 0.1;
    private static final int ENTITY_SEED = 0x45;
    private static final int[] FREQUENCIES = frequencies();

    private final boolean english;
    private final Frequencies words;
    private final Frequencies entities;

    Profiler(String language) {
        english = Background.english(language);
        words = new Frequencies(Background.of(language));
        entities = new Frequencies(Background.of("und"));
    }

    /** An article came into the window (1) or left it (-1). */
    void count(Profile profile, int sign) {
        words.count(sign);
        entities.count(sign);
        words.add(profile.words(), sign);
        entities.add(profile.entities(), sign);
    }

    Profile of(StoryArticle article) {
        List<Word> text = Words.of(article.text(), english);
        List<Word> read = text.subList(0, Math.min(READ, text.size()));
        return new Profile(
                terms(read, MOST_WORDS),
                entities(article.entities()),
                terms(read.subList(0, Math.min(LEAD, read.size())), MOST_LEAD_WORDS),
                quantised(article.vector()),
                Shingles.of(article.text(), text));
    }

    private Terms terms(List<Word> text, int most) {
        IntTable counts = new IntTable();
        int[] terms = new int[text.size()];
        double[] weights = new double[text.size()];
        Word[] samples = new Word[text.size()];
        int distinct = 0;
        for (Word word : text) {
            if (word.letters() > 1 && counts.add(word.term(), 1) == 0) {
                samples[distinct] = word;
                terms[distinct++] = word.term();
            }
        }
        int[] inWindow = words.counts(terms, distinct);
        for (int i = 0; i < distinct; i++) {
            Word word = samples[i];
            weights[i] = frequency(counts.get(word.term())) * words.weight(word, inWindow[i]) * emphasis(word);
        }
        return Terms.heaviest(terms, weights, distinct, most);
    }

    private Terms entities(List<Named> named) {
        IntTable places = new IntTable();
        int capacity = named.size() * 4 + 4;
        int[] terms = new int[capacity];
        double[] weights = new double[capacity];
        int distinct = 0;
        for (Named entity : named) {
            String name = entity.name().toLowerCase(Locale.ROOT);
            double salience = LEAST_SALIENCE + Math.max(0, Math.min(1, entity.salience()));
            int from = 0;
            for (int part = 0; part < 4 && from < name.length(); part++) {
                int blank = name.indexOf(' ', from);
                int to = blank < 0 ? name.length() : blank;
                if (to - from > 1) {
                    int term = Hashing.term(name, from, to, ENTITY_SEED);
                    int place = places.get(term);
                    if (place == 0) {
                        places.add(term, ++distinct);
                        place = distinct;
                        terms[place - 1] = term;
                    }
                    weights[place - 1] += salience;
                }
                from = to + 1;
            }
        }
        for (int i = 0; i < distinct; i++) {
            weights[i] *= entities.weight(terms[i]);
        }
        return Terms.heaviest(terms, weights, distinct, MOST_ENTITY_WORDS);
    }

    private static double emphasis(Word word) {
        return word.figure() ? FIGURE : word.capital() ? CAPITAL : 1;
    }

    private static double frequency(int count) {
        return FREQUENCIES[Math.min(count, FREQUENCIES.length - 1)] / 1000.0;
    }

    private static int[] frequencies() {
        int[] thousandths = new int[64];
        for (int i = 1; i < thousandths.length; i++) {
            thousandths[i] = (int) Math.round(1000 * StrictMath.pow(1 + StrictMath.log(i), FREQUENCY_POWER));
        }
        return thousandths;
    }

    private static byte[] quantised(Optional<float[]> vector) {
        if (vector.isEmpty()) {
            return new byte[0];
        }
        float[] values = vector.get();
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        byte[] bytes = new byte[values.length];
        if (squares > 0 && Double.isFinite(squares)) {
            double scale = 600 / Math.sqrt(squares);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Math.max(-127, Math.min(127, Math.round(values[i] * scale)));
            }
        }
        return bytes;
    }
}
