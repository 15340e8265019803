package dev.dateline.tool.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.tool.entities.LabelledText.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EntityToolsTest {
    @TempDir
    Path folder;

    private Path model;
    private Path data;

    @BeforeEach
    void writeModelAndData() throws IOException {
        model = folder.resolve("tiny.entities");
        try (OutputStream out = Files.newOutputStream(model)) {
            TinyModel.trained().write(out);
        }
        data = folder.resolve("data.jsonl");
        LabelledTexts.write(TinyModel.texts(), data);
    }

    @Test
    void evalPassesAtItsBarAndFailsBelowIt() {
        assertThat(eval("--min", "99")).isZero();
        assertThat(eval("--min", "100.1")).isEqualTo(1);
    }

    @Test
    void convertsConllAndKeepsTheSpans() throws IOException {
        Path in = Files.writeString(folder.resolve("made.up"), """
                -DOCSTART- -X- O O

                BERLIN NNP I-NP I-LOC
                1999-01-02 CD I-NP O

                Anna NNP I-NP I-PER
                Berg NNP I-NP I-PER
                of IN I-PP O
                Acme NNP I-NP I-ORG
                Bell NNP I-NP B-ORG
                left VBD I-VP O
                ( ( O O
                again RB O O
                ) ) O O
                . . O O

                -DOCSTART- -X- O O

                Rain NN I-NP O
                . . O O
                """);
        assertThat(convert("--format", "conll", "--in", in.toString())).isZero();
        List<LabelledText> texts = LabelledTexts.read(folder.resolve("out.jsonl"));
        assertThat(texts).hasSize(2);
        assertThat(texts.get(0).text()).isEqualTo("BERLIN 1999-01-02\nAnna Berg of Acme Bell left (again).");
        assertThat(texts.get(0).spans())
                .containsExactly(
                        new Span(0, 6, "location"),
                        new Span(18, 27, "person"),
                        new Span(31, 35, "organisation"),
                        new Span(36, 40, "organisation"));
    }

    @Test
    void convertsWorldwideWithTheSpacesOfTheOriginal() throws IOException {
        Files.createDirectories(folder.resolve("processed_annotated"));
        Files.createDirectories(folder.resolve("original_articles"));
        Files.writeString(
                folder.resolve("processed_annotated/a.txt.tsv"),
                "Port\tB-Location\n-\tI-Location\nVila\tI-Location\n'\tO\ns\tO\n\nNews\tO\n😀\tO\nOman\tB-NORP\n");
        Files.writeString(folder.resolve("original_articles/a.txt"), "Port-Vila's\n\nNews 😀  Oman");
        assertThat(convert("--format", "worldwide", "--in", folder.toString())).isZero();
        LabelledText text = LabelledTexts.read(folder.resolve("out.jsonl")).get(0);
        assertThat(text.text()).isEqualTo("Port-Vila's\n\nNews 😀  Oman");
        assertThat(text.spans()).containsExactly(new Span(0, 9, "location"), new Span(21, 25, "norp"));
    }

    @Test
    void splitsTheWorldwideSetByFileNameForGood() {
        assertThat(WorldwideReader.split("af_afrol_13.txt.tsv")).isEqualTo("dev");
    }

    @Test
    void saysWhichLineCannotBeRead() throws IOException {
        Files.writeString(
                data, "{\"id\":\"a\",\"text\":\"Oman\",\"spans\":[{\"start\":2,\"end\":9,\"type\":\"misc\"}]}");
        assertThat(errorOf(data)).contains("line 1").contains("inside the text");
        Files.writeString(data, "no json");
        assertThat(errorOf(data)).contains("line 1 is not JSON");
        assertThat(errorOf(folder.resolve("none"))).contains("cannot read");
        Files.writeString(data, "");
        assertThat(errorOf(data)).contains("holds no texts");
    }

    private static String errorOf(Path file) {
        try {
            return "read " + LabelledTexts.read(file).size();
        } catch (IOException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    private int eval(String... more) {
        CommandLine command = new CommandLine(new EvalEntities());
        return run(command, more, "--data", data.toString(), "--model", model.toString(), "--json");
    }

    private int convert(String... more) {
        return run(
                new CommandLine(new ConvertEntities()),
                more,
                "--out",
                folder.resolve("out.jsonl").toString());
    }

    private static int run(CommandLine command, String[] more, String... args) {
        command.setErr(new PrintWriter(new StringWriter()));
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return command.execute(all);
    }
}
