package dev.dateline.tool.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BuildTopicLabelsTest {
    @TempDir
    private Path folder = Path.of("");

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content.replace('\'', '"'))
                .toString();
    }

    @Test
    void takesTheNewestLabelOfEachActiveConceptByItsBcp47Language() throws IOException {
        String taxonomy = file("taxonomy.tsv", """
                qcode\tlevel\ttop\tparent\tlabel\tdefinition\twikidata
                medtop:1\t0\tmedtop:1\t\tsport\tAll sport.\t
                """);
        String older = file(
                "older.json",
                "{'conceptSet':[{'qcode':'medtop:1','prefLabel':{'en-GB':'sport','dk':'idræt','se':'Idrott','de':'Falsch'}},"
                        + "{'qcode':'medtop:2','prefLabel':{'de':'Abgeschafft'}}]}");
        String newer = file("newer.json", "{'conceptSet':[{'qcode':'medtop:1','prefLabel':{'dk':'sport'}}]}");
        Path out = folder.resolve("labels.tsv");

        int code = new CommandLine(new BuildTopicLabels())
                .execute("--taxonomy", taxonomy, "--without", "medtop:1/de", "--out", out.toString(), older, newer);

        assertThat(code).isZero();
        assertThat(out).content().isEqualTo("medtop:1\tda\tsport\nmedtop:1\tsv\tIdrott\n");
    }
}
