package dev.dateline.enrich.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The IPTC's labels of its Media Topics in other languages than English. Immutable.
 *
 * <p>The file has a line for each label: code, BCP 47 language, label, tab-separated.
 */
final class TopicLabels {
    private static final String SHIPPED = "/models/topics/labels.tsv";
    /** The macrolanguage, as senders declare it; the IPTC has labels in its two written forms. */
    private static final Map<String, String> WRITTEN_AS = Map.of("no", "nb");

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    /** The labels in the jar. */
    static TopicLabels shipped() {
        try (InputStream stream = TopicLabels.class.getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IOException(SHIPPED + " is not on the class path");
            }
            TopicLabels labels = new TopicLabels();
            new BufferedReader(new InputStreamReader(stream, UTF_8)).lines().forEach(labels::add);
            return labels;
        } catch (IOException failure) {
            throw new UncheckedIOException("the labels of the topics cannot be read", failure);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t", 3);
        byLanguage.computeIfAbsent(cells[1], absent -> new HashMap<>()).put(cells[0], cells[2]);
    }

    /**
     * The label for readers of a language, that of its region first.
     *
     * @param code e.g. {@code medtop:20000638}
     */
    Optional<String> of(String code, Locale language) {
        return in(language.getLanguage() + "-" + language.getCountry(), code)
                .or(() -> in(WRITTEN_AS.getOrDefault(language.getLanguage(), language.getLanguage()), code));
    }

    private Optional<String> in(String tag, String code) {
        return Optional.ofNullable(byLanguage.getOrDefault(tag, Map.of()).get(code));
    }
}
