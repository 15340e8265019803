package dev.dateline.tool.entities;

import dev.dateline.article.Text;
import dev.dateline.tool.entities.LabelledText.Span;
import gate.Annotation;
import gate.Corpus;
import gate.Document;
import gate.Factory;
import gate.Gate;
import gate.ProcessingResource;
import gate.creole.POSTagger;
import gate.creole.Plugin;
import gate.creole.SerialAnalyserController;
import gate.util.Err;
import gate.util.GateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdom.JDOMException;
import org.jdom.input.SAXBuilder;

/** GATE's ANNIE (LGPL) as it comes: tokens, gazetteers, sentences, parts of speech, rules, and names matched by spelling. */
final class GatePeer implements Peer {
    private static final List<String> STEPS = List.of(
            "gate.creole.tokeniser.DefaultTokeniser",
            "gate.creole.gazetteer.DefaultGazetteer",
            "gate.creole.splitter.SentenceSplitter",
            "gate.creole.POSTagger",
            "gate.creole.ANNIETransducer",
            "gate.creole.orthomatcher.OrthoMatcher");

    private static final Map<String, String> TYPES =
            Map.of("Person", "person", "Organization", "organisation", "Location", "location");

    private final SerialAnalyserController annie;
    private final Corpus corpus;

    GatePeer() throws GateException, IOException {
        // The compiler of its rules prints each rule that uses what Java has deprecated since.
        Err.setPrintWriter(new PrintWriter(Writer.nullWriter()));
        Gate.runInSandbox(true);
        Gate.init();
        Gate.getCreoleRegister().registerPlugin(new Annie());
        annie = (SerialAnalyserController) Factory.createResource("gate.creole.SerialAnalyserController");
        for (String step : STEPS) {
            annie.add((ProcessingResource) Factory.createResource(step));
        }
        corpus = Factory.newCorpus("texts");
        annie.setCorpus(corpus);
    }

    @Override
    public String name() {
        return "GATE ANNIE";
    }

    @Override
    public List<Span> find(String text) {
        try {
            Document document = Factory.newDocument(text);
            corpus.add(document);
            annie.execute();
            Text points = Text.of(text);
            List<Span> found = new ArrayList<>();
            for (Annotation each : document.getAnnotations().get(TYPES.keySet())) {
                found.add(new Span(
                        points.toCodePoint(each.getStartNode().getOffset().intValue()),
                        points.toCodePoint(each.getEndNode().getOffset().intValue()),
                        TYPES.getOrDefault(each.getType(), "")));
            }
            corpus.clear();
            Factory.deleteResource(document);
            return found;
        } catch (GateException failure) {
            throw new IllegalStateException("GATE fails on a text", failure);
        }
    }

    /** The jar on the class path: GATE's own way, a Maven resolver inside, does not get on with Quarkus's. */
    private static final class Annie extends Plugin {
        Annie() throws IOException {
            baseURL = new URL(
                    POSTagger.class.getResource("/META-INF/gate/creole.xml"), "/");
            name = "ANNIE";
            valid = true;
        }

        @Override
        public URI getBaseURI() {
            return URI.create("creole://annie/");
        }

        @Override
        public org.jdom.Document getCreoleXML() throws IOException, JDOMException {
            return new SAXBuilder().build(new URL(baseURL, "META-INF/gate/creole.xml"));
        }
    }
}
