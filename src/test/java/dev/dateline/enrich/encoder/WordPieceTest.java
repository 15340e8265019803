package dev.dateline.enrich.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference is the library that the encoder's makers use. */
class WordPieceTest {
    private static HuggingFaceTokenizer reference;
    private static WordPiece ours;

    @BeforeAll
    static void open() throws IOException {
        try (InputStream json = tokenizerJson()) {
            ours = new WordPiece(Vocabulary.ofTokenizerJson(json), true);
        }
        try (InputStream json = tokenizerJson()) {
            reference = HuggingFaceTokenizer.newInstance(json, Map.of("truncation", "false", "padding", "false"));
        }
    }

    @AfterAll
    static void close() {
        reference.close();
    }

    private static InputStream tokenizerJson() {
        return Objects.requireNonNull(WordPieceTest.class.getResourceAsStream("/" + Encoder.MODEL + "-tokenizer.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "The board approved the new ferry-terminal, after two years' argument.",
                "“Curly” quotes — and dashes… cost $4.5bn (£3.6bn), up 12% year-on-year!",
                "Ayatollah Seyyed Ali Khamenei, Mohammad Javad Zarif’s; U.S.-led; e-mail: a.b@c.example",
                "Zürich Ångström naïve façade Łódź Đà Nẵng İstanbul ıssız ΟΔΥΣΣΕΥΣ ß ǅ",
                "Cafe\u0301 a\u0300\u0323 \u1E9B\u0323 \u212B \uFB01ne",
                "港务局经过两年争论后批准了新的渡轮码头。 プーチン大統領 항만청은 2년간",
                "وافق مجلس الميناء הנמל बंदरगाह ท่าเรือ",
                "tab\tnew\nline\rreturn\u00a0nbsp\u2003em\u3000wide\u200bzero\u00adsoft\u0007bell\u0085next",
                "😀 emoji 👩‍👩‍👧‍👦 family 🇺🇳 flag \uD835\uDC00bold",
                "a^b`c~d|e<f>g=h+i$j \u2260 \u037E \u1FEF ≠ ± § © ™ ½ ² №",
                "\uFFFD replaced \u0000 null \uE000 private \uFEFF mark \u2028 line \u2029 paragraph",
                "1,084 concepts; 10:30am 3rd 2nd 1990s 007 COVID-19 G7+1 C++ C# .NET",
                "##hash # # ## piece",
            })
    void agreesWithTheReference(String text) {
        assertThat(ours.encode(text, 4_096)).isEqualTo(reference.encode(text).getIds());
    }

    @Test
    void agreesWithTheReferenceOnRandomCharacters() {
        Random random = new Random(7);
        int[] blocks = {
            0x20, 0x20, 0x20, 0xA0, 0x100, 0x370, 0x400, 0x5D0, 0x620, 0x900, 0xE00, 0x1E00, 0x2000, 0x2070, 0x2190,
            0x3000, 0x4E00, 0xAC00, 0xFF00
        };
        for (int n = 0; n < 2_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                int c = blocks[random.nextInt(blocks.length)] + random.nextInt(0x60);
                // Characters younger than the reference's tables are read differently by each version of Unicode.
                text.appendCodePoint(Character.isDefined(c) ? c : ' ');
                if (random.nextInt(5) == 0) {
                    text.append(' ');
                }
            }
            assertThat(ours.encode(text, 4_096))
                    .as(text.toString())
                    .isEqualTo(reference.encode(text.toString()).getIds());
        }
    }

    @Test
    void aWordOverTheLimitIsUnknown() {
        String word = "a".repeat(101);

        assertThat(ours.encode(word, 512))
                .isEqualTo(reference.encode(word).getIds())
                .hasSize(3);
    }

    @Test
    void keepsTheStartOfALongTextAndBothMarks() {
        String text = "The board approved the new ferry terminal. ".repeat(500);
        long[] whole = reference.encode(text).getIds();

        long[] cut = ours.encode(text, 64);

        assertThat(cut).hasSize(64);
        assertThat(Arrays.copyOf(cut, 63)).isEqualTo(Arrays.copyOf(whole, 63));
        assertThat(cut[63]).isEqualTo(whole[whole.length - 1]);
    }

    @Test
    void theNameOfAMarkInATextIsOrdinaryText() {
        assertThat(ours.encode("[SEP]", 512)).hasSizeGreaterThan(3);
    }
}
