package dev.dateline.tool.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.tool.stories.StoryScores.Placed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryToolsTest {
    @TempDir
    Path folder = Path.of("");

    private static Placed placed(String gold, String story) {
        return new Placed(gold.isEmpty() ? Optional.empty() : Optional.of(gold), story);
    }

    private static String figures(List<Placed> articles) throws IOException {
        StoryScores scores = new StoryScores();
        scores.add(articles);
        StringWriter out = new StringWriter();
        scores.figures().report("b3", 0, true, new PrintWriter(out));
        return out.toString();
    }

    @Test
    void rightStoriesScoreOne() throws IOException {
        assertThat(figures(List.of(placed("a", "1"), placed("a", "1"), placed("b", "2"))))
                .contains("\"b3\":1.0")
                .contains("\"pairwise\":1.0");
    }

    @Test
    void aStrangerInAStoryCostsItsPrecision() throws IOException {
        assertThat(figures(List.of(placed("a", "1"), placed("a", "1"), placed("", "1"), placed("", "2"))))
                .contains("\"b3Precision\":0.6667")
                .contains("\"b3Recall\":1.0")
                .contains("\"pairwisePrecision\":0.3333");
    }

    @Test
    void ecbFilesAreReadSentenceBySentenceWithoutTheirAddress() throws IOException {
        Path topic = Files.createDirectory(folder.resolve("7"));
        Files.writeString(
                topic.resolve("7_1ecbplus.xml"),
                "<Document><token t_id=\"1\" sentence=\"0\">http</token><token t_id=\"2\" sentence=\"0\">:</token>"
                        + "<token t_id=\"3\" sentence=\"1\">Quake</token><token t_id=\"4\" sentence=\"1\">.</token>"
                        + "<token t_id=\"5\" sentence=\"2\">Help</token></Document>");

        assertThat(EcbReader.read(folder, 1, 35))
                .containsExactly(new ArticleLine(
                        "7_1ecbplus", "Quake.\nHelp", Optional.of("7-ecbplus"), Optional.empty(), Optional.empty()));
    }

    @Test
    void aLineThatIsNotInTheFormIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"id\":\"a\",\"text\":\"b\"}\n");

        assertThat(ArticleLine.read(file, false)).hasSize(1);
        assertThatThrownBy(() -> ArticleLine.read(file, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("story");
    }

    @Test
    void anEditorOfTheSameSeedEditsTheSame() {
        String text = "One two three four five. Six seven eight nine ten. ".repeat(5);

        for (Editor.Edit edit : Editor.Edit.values()) {
            assertThat(new Editor(3).edited(text, edit)).isEqualTo(new Editor(3).edited(text, edit));
        }
        assertThat(new Editor(3).edited(text, Editor.Edit.CUT_END)).hasSizeLessThan(text.length());
    }
}
