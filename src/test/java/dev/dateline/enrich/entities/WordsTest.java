package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.sentences.SentenceSplitter;
import dev.dateline.tool.entities.TinyModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the tagger remembers of words must never show in what it finds. */
class WordsTest {
    private static final EntityModel MODEL = TinyModel.trained();
    private static final String TEXT =
            "Mr Hugo Stein lives in Dorvan. The Town of DORVAN (TOD) is 150 years old, says Stein. Dorvan's mayor: Mr Ilse Stein.";

    @Test
    void addUpToWhatAllFeaturesOfATokenDo() {
        Sentences sentences = SentenceSplitter.split(TEXT, "en");
        FeatureBuffer buffer = new FeatureBuffer();
        int columns = MODEL.features().columns();
        Words words = new Words(MODEL.lexica(), MODEL.features(), columns);
        TokenFeatures plain = new TokenFeatures(new Document(TEXT, sentences, MODEL.lexica()), buffer);
        TokenFeatures remembered =
                new TokenFeatures(new Document(TEXT, sentences, MODEL.lexica(), words, buffer), buffer);
        for (int s = 0; s < sentences.size(); s++) {
            plain.sentence(s);
            remembered.sentence(s);
            for (int token = sentences.firstTokens()[s]; token < sentences.firstTokens()[s + 1]; token++) {
                LabelSums all = new LabelSums(columns);
                plain.extract(token);
                all.add(buffer, MODEL.features());
                LabelSums parts = new LabelSums(columns);
                for (Standing standing : Standing.values()) {
                    parts.add(remembered.word(token, standing), standing);
                }
                remembered.extractJoint(token);
                parts.add(buffer, MODEL.features());
                assertThat(parts.sums()).isEqualTo(all.sums());
            }
        }
    }

    @Test
    void areTheSameAfterManyOthers() {
        List<Mention> fresh = tag(new Tagger(MODEL), TEXT);
        Tagger experienced = new Tagger(MODEL);
        assertThat(fresh).isNotEmpty();
        assertThat(tag(experienced, TEXT)).isEqualTo(fresh);
        tag(experienced, numbered(0, 30_000));
        assertThat(tag(experienced, TEXT)).isEqualTo(fresh);
        assertThat(tag(experienced, TEXT)).isEqualTo(fresh);
    }

    @Test
    void areTheSameForEveryThread() {
        List<Mention> alone = tag(new Tagger(MODEL), TEXT);
        Tagger shared = new Tagger(MODEL);
        List<List<Mention>> together = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> {
                    tag(shared, numbered(200 * i, 200 * i + 200));
                    return tag(shared, TEXT);
                })
                .toList();
        assertThat(together).allSatisfy(found -> assertThat(found).isEqualTo(alone));
    }

    private static String numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "Word" + i).collect(Collectors.joining(" "));
    }

    private static List<Mention> tag(Tagger tagger, String text) {
        return tagger.tag(text, SentenceSplitter.split(text, "en"));
    }
}
