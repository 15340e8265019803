package dev.dateline.enrich.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderSettingsTest {
    @TempDir
    private Path folder = Path.of("");

    private void copy(String resource, String file) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(EncoderSettingsTest.class.getResourceAsStream("/" + Encoder.MODEL + resource))) {
            Files.copy(stream, folder.resolve(file));
        }
    }

    @Test
    void aMountedEncoderGivesTheVectorsOfTheSameFilesInTheJar() throws IOException {
        copy(".onnx", "model.onnx");
        copy("-tokenizer.json", "tokenizer.json");
        Files.writeString(folder.resolve("encoder.properties"), "name=mine\npooling=cls\nlanguages=en, de\n");

        try (Encoder mounted = Encoder.open(folder, 48);
                Encoder shipped = Encoder.open(48)) {
            assertThat(mounted.name()).isEqualTo("mine");
            assertThat(mounted.languages()).containsExactlyInAnyOrder("en", "de");
            assertThat(mounted.dimensions()).isEqualTo(384);
            assertThat(mounted.embed("A ferry sank.")).isEqualTo(shipped.embed("A ferry sank."));
        }
    }

    @Test
    void aFolderWithoutAModelIsRefused() {
        assertThatIOException().isThrownBy(() -> Encoder.open(folder, 48));
    }

    @Test
    void anUnknownPoolingIsRefused() throws IOException {
        Files.writeString(folder.resolve("encoder.properties"), "pooling=max\n");

        assertThatIOException()
                .isThrownBy(() -> EncoderSettings.read(folder))
                .withMessageContaining("pooling is mean or cls");
    }
}
