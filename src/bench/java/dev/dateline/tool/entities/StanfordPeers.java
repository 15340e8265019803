package dev.dateline.tool.entities;

import dev.dateline.article.Text;
import dev.dateline.tool.entities.LabelledText.Span;
import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Stanford CoreNLP (GPL: never in the artifact): its three-class CRF alone, and its whole {@code ner} pipeline. */
final class StanfordPeers {
    private static final String CRF = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

    private static final Map<String, String> TYPES = Map.of(
            "PERSON", "person",
            "ORGANIZATION", "organisation",
            "LOCATION", "location",
            "CITY", "location",
            "COUNTRY", "location",
            "STATE_OR_PROVINCE", "location");

    private StanfordPeers() {}

    static Peer crf() {
        CRFClassifier<CoreLabel> classifier = CRFClassifier.getClassifierNoExceptions(CRF);
        return new Peer() {
            @Override
            public String name() {
                return "Stanford CRF, 3 classes";
            }

            @Override
            public List<Span> find(String text) {
                Text points = Text.of(text);
                return classifier.classifyToCharacterOffsets(text).stream()
                        .filter(found -> TYPES.containsKey(found.first()))
                        .map(found -> span(points, found.second(), found.third(), found.first()))
                        .toList();
            }
        };
    }

    static Peer pipeline() {
        Properties settings = new Properties();
        settings.setProperty("annotators", "tokenize,pos,lemma,ner");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(settings);
        return new Peer() {
            @Override
            public String name() {
                return "CoreNLP pipeline, ner";
            }

            @Override
            public List<Span> find(String text) {
                CoreDocument document = new CoreDocument(text);
                pipeline.annotate(document);
                Text points = Text.of(text);
                return document.entityMentions().stream()
                        .filter(found -> TYPES.containsKey(found.entityType()))
                        .map(found -> span(
                                points,
                                found.charOffsets().first(),
                                found.charOffsets().second(),
                                found.entityType()))
                        .toList();
            }
        };
    }

    private static Span span(Text points, int start, int end, String type) {
        return new Span(points.toCodePoint(start), points.toCodePoint(end), TYPES.getOrDefault(type, type));
    }
}
