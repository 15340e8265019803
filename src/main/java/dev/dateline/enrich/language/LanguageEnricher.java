package dev.dateline.enrich.language;

import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language a text is written in: the script narrows down the candidates, then OpenNLP's language model (103
 * languages, character n-grams) decides between them.
 *
 * <p>The answer is one of the configured languages or {@code und}. The others of the model still compete, at a
 * discount: a text in one of them should come out as {@code und}, not as its neighbour.
 */
public final class LanguageEnricher implements Enricher {
    /** What the enricher tells apart unless configured otherwise: the languages most news is written in. */
    public static final Set<String> DEFAULT_LANGUAGES = Set.of(
            "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it",
            "ja", "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh");

    private static final String MODEL = "/langdetect-183.bin";
    /** UTF-16 units: more of a text costs time in proportion and tells nothing new. */
    private static final int LONGEST_READ = 1_500;
    /** Of letters, weighed by script; a shorter text is a name or a label. */
    private static final int FEWEST_LETTERS = 10;

    private static final double LEAST_CONFIDENCE = 0.3;
    /** The model spreads its probabilities thin; their powers are nearer to how often it is right. Fitted on dev text. */
    private static final double SHARPNESS = 12;
    /** How much a language counts that nobody configured. */
    private static final double FOREIGN = 0.1;

    private final Set<String> languages;
    private final CharacterGrams model;
    /** Beside the languages of the model. */
    private final String[] tags;
    /** The places of the tags in their order. */
    private final int[] byTag;

    private final Stage stage;

    /** For the {@link #DEFAULT_LANGUAGES}. */
    public LanguageEnricher() {
        this(DEFAULT_LANGUAGES);
    }

    /**
     * Loads the model from the class path (about a second).
     *
     * @param languages BCP 47 tags of languages, without regions
     * @throws IllegalArgumentException if the model does not know one of them
     */
    public LanguageEnricher(Set<String> languages) {
        try (InputStream file = LanguageEnricher.class.getResourceAsStream(MODEL)) {
            if (file == null) {
                throw new IOException(MODEL + " is not on the class path");
            }
            this.model = new CharacterGrams(new LanguageDetectorModel(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("the language model cannot be read", failure);
        }
        LanguageCodes codes = new LanguageCodes();
        tags = Arrays.stream(model.languages()).map(codes::tagOf).toArray(String[]::new);
        byTag = IntStream.range(0, tags.length)
                .boxed()
                .sorted(Comparator.comparing(place -> tags[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        Set<String> known = new TreeSet<>(List.of(tags));
        if (!known.containsAll(languages)) {
            Set<String> unknown = new TreeSet<>(languages);
            unknown.removeAll(known);
            throw new IllegalArgumentException("the language model does not know " + unknown + ", only " + known);
        }
        this.languages = Set.copyOf(languages);
        this.stage = new Stage("language", "opennlp-langdetect-183", "1.3.0/1");
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public Findings enrich(Enrichment soFar) {
        return Findings.NONE.withLanguage(detect(soFar.article().text().value()));
    }

    /** The language of a text's beginning; {@code und}, with the confidence of the best guess, when it cannot be told. */
    public Language detect(String text) {
        String read = text.substring(0, Math.min(text.length(), LONGEST_READ));
        Letters letters = Letters.in(read);
        String best = Language.UNDETERMINED;
        double most = 0;
        double all = 0;
        double[] probabilities = model.probabilities(read);
        for (int i = 0; i < byTag.length; ) {
            String tag = tags[byTag[i]];
            double sharpened = 0;
            // The model may know a language under two codes.
            for (; i < byTag.length && tags[byTag[i]].equals(tag); i++) {
                sharpened += Math.pow(probabilities[byTag[i]], SHARPNESS);
            }
            if (letters.dominant().writes(tag)) {
                boolean configured = languages.contains(tag);
                double weight = configured ? sharpened : FOREIGN * sharpened;
                all += weight;
                if (configured && weight > most) {
                    most = weight;
                    best = tag;
                }
            }
        }
        double confidence = all == 0 ? 0 : letters.share() * most / all;
        boolean told = letters.weight() >= FEWEST_LETTERS && confidence >= LEAST_CONFIDENCE;
        return new Language(told ? best : Language.UNDETERMINED, confidence, stage);
    }
}
