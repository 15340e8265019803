package dev.dateline.tool.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.entities.Document;
import dev.dateline.enrich.entities.Labels;
import dev.dateline.enrich.entities.Lexica;
import dev.dateline.tool.entities.LabelledText.Span;
import java.util.Map;

/**
 * An article to train on.
 *
 * @param gold the right label of each token
 * @param capitals whether each token starts with a capital
 */
@SuppressWarnings("ArrayRecordComponent")
record Example(Document document, Sentences sentences, int[] gold, WordVectors vectors, boolean[] capitals) {
    /** Types of data sets that the tagger does not tell from others. */
    private static final Map<String, String> FOLDED = Map.of("norp", "misc", "product", "misc");

    static Example of(LabelledText text, Sentences sentences, Labels labels, Lexica lexica, WordVectors vectors) {
        int[] gold = new int[sentences.tokens()];
        int token = 0;
        for (Span span : text.spans()) {
            String name = labels.types().contains(span.type()) ? span.type() : FOLDED.getOrDefault(span.type(), "");
            int type = labels.types().indexOf(name);
            int start = text.text().offsetByCodePoints(0, span.start());
            int end = text.text().offsetByCodePoints(start, span.end() - span.start());
            while (token < gold.length && sentences.tokenEnds()[token] <= start) {
                token++;
            }
            int first = token;
            while (token < gold.length && sentences.tokenStarts()[token] < end) {
                token++;
            }
            for (int i = first; i < token && type >= 0; i++) {
                gold[i] = Labels.of(type, i - first, token - first);
            }
        }
        cutAtSentenceEnds(sentences, gold);
        Document document = new Document(text.text(), sentences, lexica);
        return new Example(document, sentences, gold, vectors, document.capitals());
    }

    /** A name that our splitter cuts in two cannot be learnt as one. */
    private static void cutAtSentenceEnds(Sentences sentences, int[] gold) {
        for (int s = 1; s < sentences.size(); s++) {
            int first = sentences.firstTokens()[s];
            if (!Labels.opens(gold[first])) {
                for (int i = first - 1; i >= 0 && gold[i] != Labels.OUTSIDE; i--) {
                    boolean opening = Labels.opens(gold[i]);
                    gold[i] = Labels.OUTSIDE;
                    if (opening) {
                        break;
                    }
                }
                for (int i = first; i < gold.length && !Labels.opens(gold[i]); i++) {
                    gold[i] = Labels.OUTSIDE;
                }
            }
        }
    }
}
