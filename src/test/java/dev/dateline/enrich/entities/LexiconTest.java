package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {
    @Test
    void knowsItsWordsAndNoOthersAfterARoundTrip() throws IOException {
        Map<Long, Integer> codes = new HashMap<>();
        for (int i = 0; i < 5000; i++) {
            codes.put(Hash.of("word" + i), i * 13 % 65_535);
        }
        Lexicon lexicon = copy(Lexicon.of(codes));
        for (int i = 0; i < 5000; i++) {
            assertThat(lexicon.code(Hash.of("word" + i))).isEqualTo(i * 13 % 65_535);
            assertThat(lexicon.code(Hash.of("other" + i))).isEqualTo(Lexicon.ABSENT);
        }
    }

    @Test
    void refusesToBeReadHalf() throws IOException {
        byte[] whole = bytes(Lexicon.of(Map.of(Hash.of("a"), 1, Hash.of("b"), 2)));
        for (int length : new int[] {0, 3, 1000, whole.length - 1}) {
            DataInputStream half = new DataInputStream(new ByteArrayInputStream(whole, 0, length));
            assertThatThrownBy(() -> Lexicon.read(half)).isInstanceOf(IOException.class);
        }
    }

    private static Lexicon copy(Lexicon lexicon) throws IOException {
        return Lexicon.read(new DataInputStream(new ByteArrayInputStream(bytes(lexicon))));
    }

    private static byte[] bytes(Lexicon lexicon) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lexicon.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
