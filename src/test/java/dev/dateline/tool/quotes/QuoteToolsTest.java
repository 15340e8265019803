package dev.dateline.tool.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.tool.quotes.QuotedText.Marked;
import dev.dateline.tool.quotes.QuotedText.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QuoteToolsTest {
    private static final String TEXT = "\uD83D\uDE00 \"The bridge is safe,\" Ana Ruiz said. It rained.";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    @Test
    void convertsStandoffAnnotationsOfTheFirstAnnotator() throws IOException {
        Files.createDirectories(folder.resolve("text"));
        Files.createDirectories(folder.resolve("attributions"));
        Files.writeString(folder.resolve("text/bridge.txt"), TEXT);
        Files.writeString(folder.resolve("attributions/bridge_aa.ann"), """
                T1\tContent 2 24\t"The bridge is safe,"
                T2\tSource 25 33\tAna Ruiz
                T3\tCue 34 38\tsaid
                T4\tAttribution 34 38\tsaid
                E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3
                T5\tCue 43 49\train
                E2\tAttribution-no-source:T5 Cue:T5
                """);
        Files.writeString(folder.resolve("attributions/bridge_bb.ann"), "T1\tContent 40 49\tIt rained\n");

        assertThat(run(new ConvertQuotes(), "--in", folder.toString(), "--out", path("out.jsonl")))
                .isZero();

        QuotedText read = QuotedText.read(folder.resolve("out.jsonl")).get(0);
        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(read.quotes())
                .containsExactly(
                        new Marked(List.of(new Span(2, 24)), List.of(new Span(34, 38)), List.of(new Span(25, 33))));
    }

    @Test
    void scoresWhatTheShippedStagesFind() throws IOException {
        QuotedText.write(List.of(text(new Span(2, 24))), folder.resolve("data.jsonl"));

        assertThat(run(new EvalQuotes(), "--data", path("data.jsonl"), "--json", "--min", "1"))
                .isZero();

        JsonNode figures = figures();
        assertThat(figures.get("overlapF1").doubleValue()).isEqualTo(1);
        assertThat(figures.get("directExactF1").doubleValue()).isEqualTo(1);
        assertThat(figures.get("speakerAccuracy").doubleValue()).isEqualTo(1);
    }

    @Test
    void otherEndsOverlapButAreNotExactAndAMissIsCounted() throws IOException {
        QuotedText.write(
                List.of(
                        text(new Span(8, 24)),
                        new QuotedText(
                                "2", "It rained.", List.of(new Marked(List.of(new Span(0, 9)), List.of(), List.of())))),
                folder.resolve("data.jsonl"));

        assertThat(run(new EvalQuotes(), "--data", path("data.jsonl"), "--json", "--min", "0.9"))
                .isEqualTo(1);

        JsonNode figures = figures();
        assertThat(figures.get("overlapPrecision").doubleValue()).isEqualTo(1);
        assertThat(figures.get("overlapRecall").doubleValue()).isEqualTo(0.5);
        assertThat(figures.get("exactF1").doubleValue()).isZero();
    }

    @Test
    void trainsTheSameModelTwiceAndOneThatFindsWhatItLearnt() throws IOException {
        QuotedText.write(List.of(text(new Span(2, 24))), folder.resolve("data.jsonl"));
        for (String model : List.of("a.quotes", "b.quotes")) {
            assertThat(run(
                            new TrainQuotes(),
                            "--data",
                            path("data.jsonl"),
                            "--out",
                            path(model),
                            "--model-version",
                            "test"))
                    .isZero();
        }

        assertThat(folder.resolve("a.quotes")).hasSameBinaryContentAs(folder.resolve("b.quotes"));
        assertThat(run(new EvalQuotes(), "--data", path("data.jsonl"), "--model", path("a.quotes"), "--min", "1"))
                .isZero();
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        Files.writeString(folder.resolve("data.jsonl"), "{\"text\":\"x\",\"quotes\":[{\"content\":[[0,9]]}]}\n");
        assertThat(run(new EvalQuotes(), "--data", path("data.jsonl"))).isEqualTo(2);
        assertThat(out.toString()).contains("line 1").contains("[0,9]");

        Files.writeString(folder.resolve("other.quotes"), "no model");
        QuotedText.write(List.of(text(new Span(2, 24))), folder.resolve("data.jsonl"));
        assertThat(run(new EvalQuotes(), "--data", path("data.jsonl"), "--model", path("other.quotes")))
                .isEqualTo(2);
    }

    private static QuotedText text(Span content) {
        return new QuotedText(
                "1", TEXT, List.of(new Marked(List.of(content), List.of(new Span(34, 38)), List.of(new Span(25, 33)))));
    }

    private JsonNode figures() throws IOException {
        String[] lines = out.toString().strip().split("\n", -1);
        return new ObjectMapper().readTree(lines[lines.length - 1]);
    }

    private int run(Object command, String... args) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    out.write(String.valueOf(failure.getMessage()));
                    return 2;
                })
                .execute(args);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
