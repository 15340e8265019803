package dev.dateline.tool.entities;

import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.entities.EntityModel;
import dev.dateline.enrich.entities.Tagger;
import dev.dateline.enrich.entities.Thoroughness;
import dev.dateline.enrich.sentences.SentenceSplitter;
import dev.dateline.tool.entities.LabelledText.Span;
import java.util.List;

/** The tagger of this project, sentence splitting included, as it is for the others. */
final class OurPeer implements Peer {
    private final String name;
    private final Tagger tagger;

    OurPeer(String name, EntityModel model, Thoroughness thoroughness) {
        this.name = name;
        this.tagger = new Tagger(model, thoroughness);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Span> find(String text) {
        Sentences sentences = SentenceSplitter.split(text, "en");
        Text points = Text.of(text);
        return tagger.tag(text, sentences).stream()
                .map(mention -> new Span(
                        points.toCodePoint(sentences.tokenStarts()[mention.from()]),
                        points.toCodePoint(sentences.tokenEnds()[mention.to() - 1]),
                        mention.type()))
                .toList();
    }
}
