package dev.dateline.enrich.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EncoderTest {
    private static final Encoder ENCODER = Encoder.open(64);

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    @Test
    void textsAboutTheSameThingLieNearer() {
        float[] ferry = ENCODER.embed("The port approved a new ferry terminal.");
        float[] harbour = ENCODER.embed("Harbour board gives the go-ahead for passenger ship pier.");
        float[] tennis = ENCODER.embed("She won the tennis final in straight sets.");

        assertThat(dot(ferry, harbour)).isGreaterThan(dot(ferry, tennis) + 0.1);
    }

    @Test
    void vectorsHaveLengthOneEvenForNothing() {
        for (String text : List.of("", "   ", "😀", "word ".repeat(10_000))) {
            float[] vector = ENCODER.embed(text);
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void manyThreadsGetTheSameVector() {
        float[] alone = ENCODER.embed("The port approved a new ferry terminal.");

        List<float[]> together = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> ENCODER.embed("The port approved a new ferry terminal."))
                .toList();

        assertThat(together).allSatisfy(vector -> assertThat(vector).isEqualTo(alone));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
