package dev.dateline.tool.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.encoder.TokenEncoder;
import dev.dateline.enrich.entities.EntityModel;
import dev.dateline.enrich.entities.Labels;
import dev.dateline.enrich.entities.Lexica;
import dev.dateline.enrich.entities.Lexicon;
import dev.dateline.enrich.sentences.SentenceSplitter;
import dev.dateline.tool.entities.LabelledText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A model trained in a blink on made-up sentences, without lexica. */
public final class TinyModel {
    private TinyModel() {}

    public static EntityModel trained() {
        return trained(List.of());
    }

    /** The same, reading vectors of the encoder's first layer. */
    static EntityModel trainedWithVectors() {
        return trained(List.of(1));
    }

    private static EntityModel trained(List<Integer> layers) {
        Lexicon none = Lexicon.of(Map.of());
        Lexica lexica = new Lexica(none, new int[0], none, none, none, new int[0], none);
        Recipe recipe = new Recipe(0.1, 5, 2, 2, 2, 8, 2, 10_000, layers, 0.5, 0.01, 0.1);
        Training training = new Training(new Labels(List.of("person", "location")), lexica, recipe);
        for (LabelledText text : texts()) {
            Sentences sentences = SentenceSplitter.split(text.text(), "en");
            WordVectors vectors = layers.isEmpty()
                    ? WordVectors.NONE
                    : WordVectors.of(text.text(), sentences, TokenEncoder.shared(layers));
            training.add(text, sentences, vectors);
        }
        return training.run("tiny");
    }

    static List<LabelledText> texts() {
        List<LabelledText> texts = new ArrayList<>();
        for (String name : List.of("Anna Berg", "Otto Lind", "Maria Holm", "Karl Voss")) {
            for (String place : List.of("Arden", "Belmar", "Corvo")) {
                String text = "Mr " + name + " lives in " + place + ". The town of " + place + " is small.";
                int home = text.indexOf(place);
                int again = text.lastIndexOf(place);
                texts.add(new LabelledText(
                        name + place,
                        text,
                        List.of(
                                new Span(3, 3 + name.length(), "person"),
                                new Span(home, home + place.length(), "location"),
                                new Span(again, again + place.length(), "location"))));
            }
        }
        return texts;
    }
}
