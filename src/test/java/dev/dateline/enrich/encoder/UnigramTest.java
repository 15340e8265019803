package dev.dateline.enrich.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference is the library that the makers of such encoders use, on a vocabulary of our own. */
class UnigramTest {
    private static final String SAMPLE = "The port approved a new ferry terminal after two years of argument. Der Hafen"
            + " genehmigte nach zwei Jahren Streit das neue Fährterminal. Le port a approuvé un nouveau terminal."
            + " Порт одобрил новый паромный терминал. 港务局批准了新的渡轮码头。 وافق مجلس الميناء على محطة جديدة";

    private static HuggingFaceTokenizer reference;
    private static Unigram ours;

    @BeforeAll
    static void open() throws IOException {
        String json = tokenizerJson();
        ours = new Unigram(ScoredPieces.ofTokenizerJson(json));
        reference = HuggingFaceTokenizer.newInstance(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                Map.of("truncation", "false", "padding", "false"));
    }

    @AfterAll
    static void close() {
        reference.close();
    }

    /** All pieces of up to five letters of the sample's words, with scores by chance: many ways to cut each word. */
    private static String tokenizerJson() {
        Random random = new Random(5);
        Map<String, Double> pieces = new LinkedHashMap<>();
        for (String special : new String[] {"<s>", "<pad>", "</s>", "<unk>"}) {
            pieces.put(special, 0.0);
        }
        pieces.put("\u2581", -4.5);
        for (String word : SAMPLE.split(" ", -1)) {
            String marked = "\u2581" + word;
            for (int from = 0; from < marked.length(); from++) {
                for (int to = from + 1; to <= Math.min(marked.length(), from + 5); to++) {
                    if (random.nextInt(3) > 0) {
                        pieces.putIfAbsent(marked.substring(from, to), -2 - 10 * random.nextDouble());
                    }
                }
            }
        }
        String vocabulary = pieces.entrySet().stream()
                .map(piece -> String.format(Locale.ROOT, "[\"%s\", %.6f]", piece.getKey(), piece.getValue()))
                .collect(Collectors.joining(", "));
        return """
                {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],
                "normalizer":{"type":"NFKC"},
                "pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"WhitespaceSplit"},
                {"type":"Metaspace","replacement":"\u2581","add_prefix_space":true}]},
                "post_processor":{"type":"TemplateProcessing",
                "single":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
                {"SpecialToken":{"id":"</s>","type_id":0}}],
                "pair":[{"Sequence":{"id":"A","type_id":0}},{"Sequence":{"id":"B","type_id":0}}],
                "special_tokens":{"<s>":{"id":"<s>","ids":[0],"tokens":["<s>"]},
                "</s>":{"id":"</s>","ids":[2],"tokens":["</s>"]}}},
                "decoder":null,"model":{"type":"Unigram","unk_id":3,"vocab":[%s]}}""".formatted(vocabulary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "The port approved a new ferry terminal.",
                "Der Fährhafen genehmigte das Terminal, nach Jahren!",
                "терминал новый 渡轮码头的港 محطة الميناء",
                "tab\tnew\nline  two\u00a0nbsp\u3000wide",
                "Ｆｕｌｌ ﬁne ½ ² ´ é é",
                "😀😀 xyzXYZ q1q2 unknown 12345 port😀port",
                "porta portport newportterminal aa a  .",
            })
    void cutsAsTheReferenceDoes(String text) {
        assertThat(ours.encode(text, 512)).isEqualTo(reference.encode(text).getIds());
    }

    @Test
    void cutsAnyMixtureAsTheReferenceDoes() {
        Random random = new Random(11);
        int[] letters = (SAMPLE + "    xyz😀").codePoints().toArray();
        for (int n = 0; n < 500; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            assertThat(ours.encode(text, 512))
                    .as("%s", text)
                    .isEqualTo(reference.encode(text.toString()).getIds());
        }
    }

    @Test
    void readsNoFurtherThanAskedFor() {
        long[] whole = ours.encode(SAMPLE, 512);

        long[] cut = ours.encode(SAMPLE.repeat(1_000), 20);

        assertThat(cut).hasSize(20).endsWith(whole[whole.length - 1]);
        assertThat(Arrays.copyOf(cut, 19)).isEqualTo(Arrays.copyOf(whole, 19));
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        assertThatIOException().isThrownBy(() -> ScoredPieces.ofTokenizerJson("{\"model\":{}}"));
        assertThatIOException()
                .isThrownBy(() -> ScoredPieces.ofTokenizerJson("{\"vocab\":[[\"a\",-1.0]]}"))
                .withMessageContaining("unk_id");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Unigram(ScoredPieces.ofTokenizerJson("{\"unk_id\":0,\"vocab\":[[\"<unk>\",0.0]]}")))
                .withMessageContaining("<s>");
    }
}
