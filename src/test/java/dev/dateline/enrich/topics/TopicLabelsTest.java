package dev.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.encoder.Encoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicLabelsTest {
    private static final TopicLabels LABELS = TopicLabels.shipped();
    private static final String SPORT = "medtop:15000000";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "de, Sport",
        "de-AT, Sport",
        "es, Deporte",
        "ar, رياضة",
        "pt, desporto",
        "pt-BR, esporte",
        "sv, Sport",
        "zh-TW, 体育"
    })
    void theLabelIsInTheArticlesLanguage(String tag, String label) {
        assertThat(LABELS.of(SPORT, Locale.forLanguageTag(tag))).hasValue(label);
    }

    @Test
    void norwegianIsReadAsBokmaal() {
        assertThat(LABELS.of("medtop:20001339", Locale.forLanguageTag("no")))
                .isPresent()
                .isEqualTo(LABELS.of("medtop:20001339", Locale.forLanguageTag("nb")));
    }

    @Test
    void thereIsNoneWhereTheIptcHasNone() {
        assertThat(LABELS.of(SPORT, Locale.forLanguageTag("ru"))).isEmpty();
        assertThat(LABELS.of("desk:trams", Locale.forLanguageTag("de"))).isEmpty();
    }

    @Test
    void everyLabelIsOfAConceptOfTheModelAndThereOnce() throws IOException {
        Set<String> codes =
                TopicEnricher.shipped().concepts().stream().map(Concept::code).collect(Collectors.toSet());
        List<String[]> rows;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TopicLabels.class.getResourceAsStream("/models/topics/labels.tsv")),
                StandardCharsets.UTF_8))) {
            rows = lines.lines().map(line -> line.split("\t", -1)).toList();
        }

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).hasSize(3).doesNotContain(""))
                .allSatisfy(row -> assertThat(codes).contains(row[0]));
        assertThat(rows).extracting(row -> row[0] + row[1]).doesNotHaveDuplicates();
    }

    @Test
    void aTopicOfAnArticleThatAMountedEncoderReadsHasItsLabel() throws IOException {
        copy(".onnx", "model.onnx");
        copy("-tokenizer.json", "tokenizer.json");
        try (Encoder shipped = Encoder.open(Encoder.DEFAULT_TOKENS)) {
            Files.writeString(
                    folder.resolve("encoder.properties"),
                    "name=" + shipped.name() + "\npooling=cls\nlanguages=en,de\n");
        }
        Stage by = new Stage("language", "test", "1");
        Enrichment german = Enrichment.of(Article.ofText("urn:a", "Tennis: Das Finale in Wimbledon. Sport. Tennis."))
                .with(by, Findings.NONE.withLanguage(new Language("de", 1, by)));
        try (Encoder mounted = Encoder.open(folder, Encoder.DEFAULT_TOKENS)) {
            assertThat(new TopicEnricher(mounted).enrich(german).topics())
                    .filteredOn(topic -> topic.code().equals(SPORT))
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.label()).isEqualTo("sport"))
                    .satisfies(topic -> assertThat(topic.localLabel()).hasValue("Sport"));
        }
    }

    private void copy(String ending, String file) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(TopicLabelsTest.class.getResourceAsStream("/" + Encoder.MODEL + ending))) {
            Files.copy(stream, folder.resolve(file));
        }
    }
}
