package dev.dateline.tool.entities;

import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.sentences.SentenceSplitter;
import dev.dateline.tool.entities.LabelledText.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

/** OpenNLP's name finder with its default features, trained on the same texts as ours, on our tokens. */
final class OpenNlpPeer implements Peer {
    private final NameFinderME finder;

    OpenNlpPeer(List<Path> training) throws IOException {
        List<NameSample> samples = new ArrayList<>();
        for (LabelledText text : FinerTypes.refined(training)) {
            addSamples(text, samples);
        }
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, "PERCEPTRON");
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 30);
        finder = new NameFinderME(NameFinderME.train(
                "en", null, new CollectionObjectStream<>(samples), parameters, new TokenNameFinderFactory()));
    }

    private static void addSamples(LabelledText text, List<NameSample> into) {
        Sentences sentences = SentenceSplitter.split(text.text(), "en");
        Text points = Text.of(text.text());
        for (int s = 0; s < sentences.size(); s++) {
            int first = sentences.firstTokens()[s];
            int end = sentences.firstTokens()[s + 1];
            List<opennlp.tools.util.Span> names = new ArrayList<>();
            for (Span span : text.spans()) {
                int from = -1;
                int to = -1;
                for (int token = first; token < end; token++) {
                    int start = points.toCodePoint(sentences.tokenStarts()[token]);
                    int stop = points.toCodePoint(sentences.tokenEnds()[token]);
                    from = start == span.start() ? token - first : from;
                    to = stop == span.end() ? token - first + 1 : to;
                }
                if (from >= 0 && to > from) {
                    names.add(new opennlp.tools.util.Span(from, to, span.type()));
                }
            }
            into.add(new NameSample(
                    words(text.text(), sentences, s), names.toArray(new opennlp.tools.util.Span[0]), s == 0));
        }
    }

    private static String[] words(String text, Sentences sentences, int sentence) {
        List<String> words = new ArrayList<>();
        for (int token = sentences.firstTokens()[sentence]; token < sentences.firstTokens()[sentence + 1]; token++) {
            words.add(text.substring(sentences.tokenStarts()[token], sentences.tokenEnds()[token]));
        }
        return words.toArray(new String[0]);
    }

    @Override
    public String name() {
        return "OpenNLP, trained on the same";
    }

    @Override
    public List<Span> find(String text) {
        Sentences sentences = SentenceSplitter.split(text, "en");
        Text points = Text.of(text);
        List<Span> found = new ArrayList<>();
        finder.clearAdaptiveData();
        for (int s = 0; s < sentences.size(); s++) {
            int first = sentences.firstTokens()[s];
            for (opennlp.tools.util.Span name : finder.find(words(text, sentences, s))) {
                found.add(new Span(
                        points.toCodePoint(sentences.tokenStarts()[first + name.getStart()]),
                        points.toCodePoint(sentences.tokenEnds()[first + name.getEnd() - 1]),
                        name.getType()));
            }
        }
        return found;
    }
}
