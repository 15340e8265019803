package dev.dateline.tool.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.entities.EntityModel;
import dev.dateline.enrich.entities.Mention;
import dev.dateline.enrich.entities.Tagger;
import dev.dateline.enrich.entities.Thoroughness;
import dev.dateline.enrich.sentences.SentenceSplitter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final EntityModel MODEL = TinyModel.trained();

    @Test
    void findsNewNamesInAKnownPlaceOfTheSentence() {
        assertThat(found(MODEL, "Mr Hugo Stein lives in Dorvan. The town of Dorvan is small."))
                .containsExactly("person Hugo Stein", "location Dorvan", "location Dorvan");
    }

    @Test
    void givesConfidencesThatAreProbabilities() {
        String text = "Mr Hugo Stein lives in Dorvan.";
        assertThat(new Tagger(MODEL).tag(text, SentenceSplitter.split(text, "en")))
                .allMatch(mention -> mention.confidence() > 0.2 && mention.confidence() <= 1);
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        assertThat(bytes(TinyModel.trained())).isEqualTo(bytes(MODEL));
    }

    @Test
    void survivesBeingWrittenAndRead() throws IOException {
        byte[] written = bytes(MODEL);
        EntityModel read = EntityModel.read(new ByteArrayInputStream(written));
        assertThat(bytes(read)).isEqualTo(written);
        String text = "Mr Hugo Stein lives in Dorvan.";
        assertThat(found(read, text)).isEqualTo(found(MODEL, text));
    }

    @Test
    void readsSentencesOfDoubtWithVectors() throws IOException {
        EntityModel learnt = TinyModel.trainedWithVectors();
        EntityModel read = EntityModel.read(new ByteArrayInputStream(bytes(learnt)));
        String text = "Mr Hugo Stein lives in Dorvan. The town of Dorvan is small.";
        Sentences sentences = SentenceSplitter.split(text, "en");
        List<Mention> with = new Tagger(read, new Thoroughness(2, 0)).tag(text, sentences);
        List<Mention> without = new Tagger(read, new Thoroughness(2, 1)).tag(text, sentences);
        assertThat(with).extracting(Mention::type).containsExactly("person", "location", "location");
        assertThat(with).isEqualTo(new Tagger(learnt, new Thoroughness(2, 0)).tag(text, sentences));
        assertThat(with).isNotEqualTo(without);
        assertThat(new Tagger(read, new Thoroughness(1, 0)).tag(text, sentences))
                .isEqualTo(new Tagger(read, new Thoroughness(1, 1)).tag(text, sentences));
    }

    @Test
    void refusesADamagedModel() throws IOException {
        byte[] written = bytes(MODEL);
        for (int length : new int[] {0, 7, 8, 40, written.length / 2, written.length - 1}) {
            byte[] half = Arrays.copyOf(written, length);
            assertThatThrownBy(() -> EntityModel.read(new ByteArrayInputStream(half)))
                    .isInstanceOf(IOException.class);
        }
        byte[] other = written.clone();
        other[7]++;
        assertThatThrownBy(() -> EntityModel.read(new ByteArrayInputStream(other)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no entity model");
    }

    private static List<String> found(EntityModel model, String text) {
        Sentences sentences = SentenceSplitter.split(text, "en");
        return new Tagger(model)
                .tag(text, sentences).stream()
                        .map(mention -> shown(mention, text, sentences))
                        .toList();
    }

    private static String shown(Mention mention, String text, Sentences sentences) {
        int start = sentences.tokenStarts()[mention.from()];
        return mention.type() + " " + text.substring(start, sentences.tokenEnds()[mention.to() - 1]);
    }

    private static byte[] bytes(EntityModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return bytes.toByteArray();
    }
}
