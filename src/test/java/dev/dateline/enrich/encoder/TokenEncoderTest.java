package dev.dateline.enrich.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenEncoderTest {
    private static final List<String> SENTENCE = List.of("The", "bank", "of", "the", "Moselle", "flooded", ".");

    @Test
    void givesAWordOfOneSpellingAnotherVectorInAnotherSentence() {
        float[] river = vector(SENTENCE, 1);
        float[] money = vector(List.of("The", "bank", "raised", "its", "rates", "."), 1);
        float[] again = vector(List.of("The", "bank", "of", "the", "Danube", "flooded", "."), 1);
        assertThat(cosine(river, again)).isGreaterThan(cosine(river, money));
    }

    @Test
    void puttingLayersTogetherChangesNoneOfThem() throws IOException {
        float[] both = TokenEncoder.shared(List.of(4, 6)).encode(SENTENCE);
        float[] lower = TokenEncoder.shared(List.of(4)).encode(SENTENCE);
        assertThat(both).hasSize(SENTENCE.size() * 768);
        for (int word = 0; word < SENTENCE.size(); word++) {
            assertThat(Arrays.copyOfRange(both, word * 768, word * 768 + 384))
                    .containsExactly(Arrays.copyOfRange(lower, word * 384, word * 384 + 384), within(1e-4f));
        }
    }

    @Test
    void readsWhatIsLongerThanItCanReadAtOnce() {
        List<String> words = Collections.nCopies(1000, "flooded");
        float[] vectors = TokenEncoder.shared(List.of(4)).encode(words);
        assertThat(vectors).hasSize(1000 * 384);
        assertThat(Arrays.copyOfRange(vectors, 999 * 384, 1000 * 384)).doesNotContain(Float.NaN);
        assertThat(cosine(vector(words, 999), vector(words, 0))).isGreaterThan(0.5);
    }

    @Test
    void readsNothingAndNoise() {
        assertThat(TokenEncoder.shared(List.of(4)).encode(List.of())).isEmpty();
        assertThat(vector(List.of("\u200B", "x".repeat(5000), "😀"), 2)).doesNotContain(Float.NaN);
    }

    @Test
    void refusesLayersThatTheModelHasNotAndWhatIsNoModel() {
        assertThatThrownBy(() -> TokenEncoder.shared(List.of(4, 99)))
                .rootCause()
                .isInstanceOf(IOException.class)
                .hasMessageContaining("layer.98");
        byte[] noise = "no model at all".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> OnnxGraph.cut(noise, List.of("x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no ONNX model");
    }

    private static float[] vector(List<String> words, int word) {
        float[] all = TokenEncoder.shared(List.of(4)).encode(words);
        return Arrays.copyOfRange(all, word * 384, word * 384 + 384);
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            a += one[i] * one[i];
            b += other[i] * other[i];
        }
        return dot / Math.sqrt(a * b);
    }
}
