package dev.dateline.tool.quantities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EvalQuantitiesTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test"})
    void findsWhatPeopleMarked(String part) {
        assertThat(run("src/test/resources/quantities/" + part + ".txt", "--min", "0.98"))
                .describedAs(out.toString())
                .isZero();
    }

    @Test
    void countsAWrongEndAndAWrongValueAsWrong() throws IOException {
        Path file = folder.resolve("marked.txt");
        Files.writeString(file, """
                # one 2026-03-04T09:00:00Z
                It cost [[$5 million|USD 5000000]] [[last year|@2024]] and sold [[12 old|#12]] boats for [[$7|EUR 7]].
                """);

        assertThat(run(file.toString(), "--min", "0.3", "--errors", "9")).isEqualTo(1);
        assertThat(out.toString())
                .contains("exactRecall 0.25")
                .contains("\"last year\" = @2024, found [\"last year\" = @2025]");
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        Path file = folder.resolve("broken.txt");
        Files.writeString(file, "# one 2026-03-04T09:00:00Z\nIt cost [[$5 million|USD 5000000.\n");

        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("line 1");
        assertThat(run(folder.resolve("absent.txt").toString())).isEqualTo(2);
    }

    private int run(String data, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "--data";
        args[1] = data;
        System.arraycopy(more, 0, args, 2, more.length);
        return new CommandLine(new EvalQuantities())
                .setOut(new PrintWriter(out, true))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    out.write(String.valueOf(failure.getMessage()));
                    return 2;
                })
                .execute(args);
    }
}
