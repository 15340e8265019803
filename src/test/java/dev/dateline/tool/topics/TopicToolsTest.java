package dev.dateline.tool.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.enrich.topics.TopicModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TopicToolsTest {
    private static final String TAXONOMY = """
            qcode\tlevel\ttop\tparent\tlabel\tdefinition\twikidata
            medtop:15000000\t0\tmedtop:15000000\t\tsport\tContests of skill\tQ349
            medtop:17000000\t0\tmedtop:17000000\t\tweather\tThe state of the air\tQ11663
            medtop:20001085\t2\tmedtop:15000000\tmedtop:15000000\ttennis\tRackets and a net\tQ847
            """;
    private static final String EXAMPLES = """
            15\tThe keeper saved a penalty.
            17\tRain will fall in the hills tonight.
            20001085\tShe served six aces.
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("taxonomy.tsv"), TAXONOMY);
        Files.writeString(folder.resolve("examples.tsv"), EXAMPLES);
        Files.writeString(folder.resolve("labels"), "# two\nSports\tmedtop:20001085\nSky\tmedtop:17000000\n");
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

    @Test
    void trainingTwiceGivesTheSameBytes() throws IOException {
        for (String model : new String[] {"a.bin", "b.bin"}) {
            int code = run(
                    new TrainTopics(),
                    "--taxonomy=" + path("taxonomy.tsv"),
                    "--examples=" + path("examples.tsv"),
                    "--out=" + path(model));
            assertThat(code).as(out.toString()).isZero();
        }

        assertThat(folder.resolve("a.bin")).hasSameBinaryContentAs(folder.resolve("b.bin"));
        try (InputStream file = Files.newInputStream(folder.resolve("a.bin"))) {
            assertThat(TopicModel.read(file).concepts()).hasSize(3);
        }
    }

    @Test
    void anExampleOfAnUnknownConceptIsRefused() throws IOException {
        Files.writeString(folder.resolve("examples.tsv"), "16\tShots were fired.\n");

        int code = run(
                new TrainTopics(),
                "--taxonomy=" + path("taxonomy.tsv"),
                "--examples=" + path("examples.tsv"),
                "--out=" + path("a.bin"));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).contains("Shots were fired");
    }

    @Test
    void evalCountsSubjectsAndFinerTopics() throws IOException {
        Files.writeString(folder.resolve("data.jsonl"), """
                {"id":"1","text":"She won the tennis final in straight sets at Wimbledon.","label":"Sports"}
                {"id":"2","text":"The jockey rode the favourite to a win in the Derby.","label":"Sports"}
                {"id":"3","text":"Snow and gales are forecast for tonight.","label":"Sky"}
                {"id":"4","text":"The bank raised interest rates.","label":"Sky"}
                """);

        int code = run(
                new EvalTopics(), "--data=" + path("data.jsonl"), "--labels=" + path("labels"), "--json", "--min=0.8");

        JsonNode figures = new ObjectMapper().readTree(out.toString());
        assertThat(figures.get("accuracy").doubleValue()).isEqualTo(0.75);
        assertThat(figures.get("fineTop3").doubleValue()).isEqualTo(0.5);
        assertThat(figures.get("macroF1").doubleValue()).isEqualTo(0.8333);
        assertThat(figures.get("texts").intValue()).isEqualTo(4);
        assertThat(code).isEqualTo(1);
    }

    @Test
    void evalOfJudgedTextsCountsSecondSubjectsAndFinerTopics() throws IOException {
        Files.writeString(folder.resolve("data.jsonl"), """
                {"id":"1","text":"She won the tennis final in straight sets at Wimbledon.","label":""}
                {"id":"2","text":"Accept all cookies. Manage preferences. Terms of use. All rights reserved.","label":""}
                """);
        Files.writeString(folder.resolve("judged"), "# remark\n1\t15 17\t20001085\t20001065\n2\t\t\t\n");

        run(new EvalTopics(), "--data=" + path("data.jsonl"), "--judged=" + path("judged"), "--json");

        JsonNode figures = new ObjectMapper().readTree(out.toString());
        assertThat(figures.get("subjectPrecision").doubleValue()).isEqualTo(1);
        assertThat(figures.get("subjectRecall").doubleValue()).isEqualTo(0.5);
        assertThat(figures.get("furtherSubjectRecall").doubleValue()).isZero();
        assertThat(figures.get("finerTop3").doubleValue()).isEqualTo(1);
        assertThat(figures.get("withoutTopic").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void trainingFitsProbabilitiesToJudgedTexts() throws IOException {
        Files.writeString(folder.resolve("own.tsv"), """
                15\tThe striker scored twice and the keeper was sent off.
                15\tThe swimmer set a record in the pool.
                17\tGales and heavy snow are forecast for the weekend.
                -\tasdf jkl qwer zxcv
                """);

        int code = run(
                new TrainTopics(),
                "--taxonomy=" + path("taxonomy.tsv"),
                "--examples=" + path("examples.tsv"),
                "--own=" + path("own.tsv"),
                "--out=" + path("fitted.bin"));
        run(
                new TrainTopics(),
                "--taxonomy=" + path("taxonomy.tsv"),
                "--examples=" + path("examples.tsv"),
                "--out=" + path("plain.bin"));

        assertThat(code).as(out.toString()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("fitted.bin")))
                .hasSameSizeAs(Files.readAllBytes(folder.resolve("plain.bin")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("plain.bin")));
    }

    @Test
    void benchComparesAllWaysOnTheSameTexts() throws IOException {
        Files.writeString(folder.resolve("data.jsonl"), """
                {"id":"1","text":"She won the tennis final in straight sets at Wimbledon.","label":"Sports"}
                {"id":"2","text":"She lost the tennis final in straight sets at Wimbledon.","label":"Sports"}
                {"id":"3","text":"Snow and gales are forecast for tonight.","label":"Sky"}
                {"id":"4","text":"Snow and gales are forecast for Monday.","label":"Sky"}
                """);

        int code = run(
                new BenchTopics(),
                "--data=" + path("data.jsonl"),
                "--train=" + path("data.jsonl"),
                "--labels=" + path("labels"),
                "--taxonomy=" + path("taxonomy.tsv"),
                "--json");

        assertThat(code).as(out.toString()).isZero();
        JsonNode figures = new ObjectMapper().readTree(out.toString());
        assertThat(figures.get("wordsAccuracy").doubleValue()).isEqualTo(1);
        assertThat(figures.get("oursAccuracy").doubleValue()).isEqualTo(1);
        assertThat(figures.get("zeroShot256Millis").doubleValue()).isPositive();
    }

    @Test
    void evalSaysWhichLineItCannotRead() throws IOException {
        Files.writeString(folder.resolve("data.jsonl"), "{\"id\":\"1\",\"text\":\"a\",\"label\":\"Sky\"}\n{\"id\":\n");

        int code = run(new EvalTopics(), "--data=" + path("data.jsonl"), "--labels=" + path("labels"));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).contains("data.jsonl line 2 is not JSON");
    }

    @Test
    void evalRefusesALabelWithoutMeaning() throws IOException {
        Files.writeString(folder.resolve("data.jsonl"), "{\"id\":\"1\",\"text\":\"a\",\"label\":\"Arts\"}\n");

        assertThat(run(new EvalTopics(), "--data=" + path("data.jsonl"), "--labels=" + path("labels")))
                .isEqualTo(2);
        assertThat(out.toString()).contains("no label 'Arts'");
    }

    @Test
    void convertReadsFoldersAndRows() throws IOException {
        Files.createDirectories(folder.resolve("set/tech"));
        Files.write(folder.resolve("set/tech/1.txt"), new byte[] {'a', (byte) 0xA3, '\n'});
        Files.writeString(
                folder.resolve("ag.csv"),
                "class_index,title,description\n\"3\",\"A, \"\"B\"\"\",Text\n4,T,D\n\"1\",\"cut\n");

        assertThat(run(new ConvertTopics(), "--format=bbc", "--out=" + path("bbc.jsonl"), path("set")))
                .isZero();
        assertThat(run(new ConvertTopics(), "--format=ag", "--out=" + path("ag.jsonl"), path("ag.csv")))
                .isZero();

        assertThat(folder.resolve("bbc.jsonl"))
                .hasContent("{\"id\":\"tech/1.txt\",\"text\":\"a\uFFFD\",\"label\":\"tech\"}");
        assertThat(folder.resolve("ag.jsonl")).hasContent("""
                        {"id":"ag-2","text":"A, \\"B\\"\\n\\nText","label":"Business"}
                        {"id":"ag-3","text":"T\\n\\nD","label":"Sci/Tech"}""");
    }
}
