package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.sentences.SentenceSplitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaggerTest {
    private static final Labels LABELS = new Labels(List.of("person", "organisation", "location", "misc"));

    @Test
    void leavesOutAPlaceThatIsLikelyNone() {
        assertThat(found("location", 1)).singleElement().satisfies(name -> {
            assertThat(name.type()).isEqualTo("location");
            assertThat(name.confidence()).isBetween(0.35, 0.5);
        });
        assertThat(found("location", 0.5)).isEmpty();
    }

    @Test
    void keepsADoubtfulNameOfATypeThatIsRarelyFound() {
        assertThat(found("misc", 0.5))
                .singleElement()
                .satisfies(name -> assertThat(name.confidence()).isBetween(0.25, 0.35));
    }

    /** By a model that knows nothing but that every word is a name of this type, and how sure it is. */
    private static List<Mention> found(String type, double sure) {
        FeatureBuffer every = new FeatureBuffer();
        every.add(0, 0);
        byte[] weights = new byte[LABELS.size()];
        weights[Labels.of(LABELS.types().indexOf(type), 0, 1)] = 1;
        FeatureTable features = FeatureTable.of(
                LABELS.size(), new int[] {0, 1}, new short[] {FeatureTable.check(every.get(0))}, weights);
        FeatureTable none = FeatureTable.of(LABELS.size(), new int[] {0, 0}, new short[0], new byte[0]);
        Lexicon empty = Lexicon.of(Map.of());
        EntityModel model = new EntityModel(
                "test",
                LABELS,
                new Lexica(empty, new int[0], empty, empty, empty, new int[0], empty),
                features,
                none,
                List.of(new Pass((float) sure, 1, new float[LABELS.size() * LABELS.size()])),
                Optional.empty());
        Sentences sentences = SentenceSplitter.split("Dorvan", "en");
        return new Tagger(model).tag("Dorvan", sentences);
    }
}
