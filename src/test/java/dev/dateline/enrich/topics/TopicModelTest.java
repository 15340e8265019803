package dev.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopicModelTest {
    private static final List<Concept> CONCEPTS = List.of(
            new Concept("medtop:1", "arts", 0, "medtop:1", "", "Q1"),
            new Concept("medtop:2", "sport", 0, "medtop:2", "", ""),
            new Concept("medtop:3", "chess", 1, "medtop:2", "medtop:2", "Q3"));
    private static final PackedVectors PROTOTYPES =
            PackedVectors.of(List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0.6f, 0.8f}));
    private static final SubjectClassifier SUBJECTS =
            new SubjectClassifier(new float[] {3, 0, 0, 3}, new float[] {0, 0});
    private static final TopicModel MODEL = new TopicModel(
            "7", "tiny", new float[] {0, 0}, SUBJECTS, SUBJECTS, Calibration.DEFAULT, CONCEPTS, PROTOTYPES);

    private static byte[] bytes(TopicModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    @Test
    void readsWhatItWrote() throws IOException {
        TopicModel read = TopicModel.read(new ByteArrayInputStream(bytes(MODEL)));

        assertThat(read.version()).isEqualTo("7");
        assertThat(read.concepts()).isEqualTo(CONCEPTS);
        assertThat(bytes(read)).isEqualTo(bytes(MODEL));
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = bytes(MODEL);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIOException().isThrownBy(() -> TopicModel.read(new ByteArrayInputStream(cut)));
        }
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopicModel(
                        "7",
                        "tiny",
                        new float[] {0, 0},
                        SUBJECTS,
                        SUBJECTS,
                        Calibration.DEFAULT,
                        CONCEPTS.subList(0, 2),
                        PROTOTYPES));
    }

    @Test
    void scoresSubjectsByTheClassifierAndTheRestByNearness() {
        float[] centred = Centred.unit(new float[] {0.6f, 0.8f}, MODEL.mean());
        Evidence evidence =
                new Evidence(centred, new LabelWords(CONCEPTS).saidIn(Map.of()), "", MODEL, new Concepts(CONCEPTS));
        Reading reading = Reading.of(evidence, Calibration.DEFAULT, 0.3);

        assertThat(reading.first().concept().label()).isEqualTo("sport");
        assertThat(reading.further())
                .singleElement()
                .satisfies(arts ->
                        assertThat(arts.score()).isLessThan(reading.first().score()));
        assertThat(reading.finer()).singleElement().satisfies(chess -> {
            assertThat(chess.concept().label()).isEqualTo("chess");
            assertThat(chess.score()).isGreaterThan(0.9);
        });
    }

    @Test
    void packingCostsLessThanHalfAPercentOfACosine() {
        Random random = new Random(3);
        float[] zero = new float[384];
        for (int n = 0; n < 100; n++) {
            float[] a = Centred.unit(gaussian(random), zero);
            float[] b = Centred.unit(gaussian(random), zero);
            double exact = 0;
            for (int i = 0; i < a.length; i++) {
                exact += a[i] * b[i];
            }
            assertThat((double) PackedVectors.of(List.of(a)).times(b)[0]).isCloseTo(exact, within(0.005));
        }
    }

    private static float[] gaussian(Random random) {
        float[] vector = new float[384];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
