package dev.dateline.tool.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchEnrichTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsTimeAndMemoryOfEachStageAndTheirSum() throws IOException {
        Path data = folder.resolve("data.jsonl");
        Files.writeString(data, "{\"text\":\"Mayor Ana Ruiz said on Tuesday the bridge cost $4 million.\"}\n");
        StringWriter out = new StringWriter();

        int code = new CommandLine(new BenchEnrich())
                .setOut(new PrintWriter(out, true))
                .execute("--data=" + data, "--warm-up=0", "--json");

        assertThat(code).as(out.toString()).isZero();
        JsonNode figures = new ObjectMapper().readTree(out.toString());
        double all = 0;
        double kilobytes = 0;
        for (String stage : "language sentences entities amounts dates quotes topics".split(" ", -1)) {
            all += figures.get(stage + "Millis").doubleValue();
            kilobytes += figures.get(stage + "Kilobytes").doubleValue();
        }
        assertThat(figures.get("allMillis").doubleValue()).isCloseTo(all, within(0.01));
        assertThat(figures.get("allKilobytes").doubleValue()).isCloseTo(kilobytes, within(0.01));
        assertThat(figures.get("entitiesKilobytes").doubleValue()).isPositive();
        assertThat(figures.get("topicsMillis").doubleValue()).isPositive();
        assertThat(figures.get("articles").intValue()).isEqualTo(1);
    }
}
