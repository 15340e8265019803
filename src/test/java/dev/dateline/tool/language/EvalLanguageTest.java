package dev.dateline.tool.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvalLanguageTest {
    @Test
    void countsHitsAndWhatItCannotTell(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data.jsonl");
        Files.writeString(data, """
                {"id":"1","text":"The harbour board approved the new ferry terminal.","label":"en"}
                {"id":"2","text":"Der Stadtrat hat das neue Fährterminal genehmigt.","label":"de"}
                {"id":"3","text":"12:30","label":"de"}
                {"id":"4","text":"Le conseil du port a approuvé le nouveau terminal.","label":"es"}
                """);
        StringWriter out = new StringWriter();

        int code = new CommandLine(new EvalLanguage())
                .setOut(new PrintWriter(out, true))
                .execute("--data=" + data, "--json", "--min=0.5");

        assertThat(out.toString().strip()).isEqualTo("{\"accuracy\":0.5,\"undetermined\":0.25,\"texts\":4}");
        assertThat(code).isZero();
    }
}
