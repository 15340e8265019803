package dev.dateline.tool.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.encoder.TokenEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * The encoder's vectors of the words of one text, in 16 bits each: the upper half of a float, enough to train on.
 *
 * @param values token by token
 */
@SuppressWarnings("ArrayRecordComponent")
record WordVectors(int dimensions, short[] values) {
    static final WordVectors NONE = new WordVectors(0, new short[0]);

    static WordVectors of(String text, Sentences sentences, TokenEncoder encoder) {
        short[] values = new short[sentences.tokens() * encoder.dimensions()];
        for (int s = 0; s < sentences.size(); s++) {
            int first = sentences.firstTokens()[s];
            List<String> words = new ArrayList<>();
            for (int token = first; token < sentences.firstTokens()[s + 1]; token++) {
                words.add(
                        text.substring(sentences.tokenStarts()[token], sentences.tokenEnds()[token]));
            }
            float[] found = encoder.encode(words);
            for (int i = 0; i < found.length; i++) {
                values[first * encoder.dimensions() + i] = (short) ((Float.floatToIntBits(found[i]) + 0x8000) >>> 16);
            }
        }
        return new WordVectors(encoder.dimensions(), values);
    }

    float value(int token, int component) {
        return Float.intBitsToFloat(values[token * dimensions + component] << 16);
    }

    int tokens() {
        return dimensions == 0 ? 0 : values.length / dimensions;
    }
}
