package dev.dateline.wire;

import static dev.dateline.wire.Records.bytes;
import static dev.dateline.wire.Records.decoded;
import static dev.dateline.wire.Records.json;
import static dev.dateline.wire.Records.rejection;
import static dev.dateline.wire.Records.text;
import static dev.dateline.wire.Records.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final String ARTICLE = "{\"uri\":\"u\",\"body\":\"Über café\"}";

    @Test
    void saysWhichByteIsNotUtf8() {
        RejectedException latin1 = rejection(bytes(ARTICLE.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(latin1.code()).isEqualTo(DeadLetterCode.NOT_UTF8);
        assertThat(latin1).hasMessageContaining("offset 19");
    }

    @Test
    void rejectsUtf16WithItsMark() {
        assertThat(rejection(bytes(ARTICLE.getBytes(StandardCharsets.UTF_16))).code())
                .isEqualTo(DeadLetterCode.NOT_UTF8);
    }

    @Test
    void rejectsUtf16WithoutMarkAsNoJson() {
        assertThat(rejection(bytes("{\"uri\":\"u\"}".getBytes(StandardCharsets.UTF_16LE)))
                        .code())
                .isEqualTo(DeadLetterCode.NOT_JSON);
    }

    @Test
    void rejectsAnEncodedSurrogateAndACutCharacter() {
        assertThat(rejection(bytes(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
                        .code())
                .isEqualTo(DeadLetterCode.NOT_UTF8);
        assertThat(rejection(bytes(new byte[] {'"', (byte) 0xE2, (byte) 0x82})).code())
                .isEqualTo(DeadLetterCode.NOT_UTF8);
    }

    @Test
    void acceptsAByteOrderMark() {
        Decoded.Usable article = (Decoded.Usable) decoded(json("\uFEFF" + ARTICLE));

        assertThat(article.article().text().value()).isEqualTo("Über café");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "{",
                "{'uri':'u'",
                "{'uri':'u'} x",
                "{'uri':'u'}{}",
                "{'uri':'u',}",
                "{uri:1}",
                "// no\n{}",
                "{'uri':NaN}",
                "{'uri':'a\nb'}",
                "{'uri':01}",
                "\0",
                "hello"
            })
    void rejectsWhatIsNotOneJsonText(String value) {
        assertThat(rejection(value).code()).isEqualTo(DeadLetterCode.NOT_JSON);
    }

    @Test
    void saysWhereButNeverWhat() {
        RejectedException rejected = rejection("{'uri':'u',\n  'body': secretword}");

        assertThat(rejected).hasMessageContaining("line 2").hasNoCause();
        assertThat(rejected.getMessage()).doesNotContain("secret");
    }

    @Test
    void rejectsAFieldThatOccursTwice() {
        RejectedException rejected = rejection("{'uri':'u','secretword':'a','secretword':'b'}");

        assertThat(rejected.code()).isEqualTo(DeadLetterCode.NOT_JSON);
        assertThat(rejected).hasMessageContaining("twice");
        assertThat(rejected.getMessage()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void rejectsJsonNestedAHundredThousandDeep(String open) {
        RejectedException rejected = rejection(json(open.repeat(100_000)));

        assertThat(rejected.code()).isEqualTo(DeadLetterCode.NOT_JSON);
        assertThat(rejected).hasMessageContaining("deeper than 200");
    }

    @Test
    void readsAMillionFieldsOfWhichOneCounts() {
        StringBuilder many = new StringBuilder("{\"uri\":\"u\",\"body\":\"x\"");
        for (int i = 0; many.length() < 3_900_000; i++) {
            many.append(",\"_").append(Integer.toString(i, 36)).append("\":1");
        }

        Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> decoded(json(many.append('}').toString())));
    }

    @Test
    void mendsEscapedHalvesOfSurrogatePairsInNamesAndValues() {
        Decoded.Usable article = usable(
                "{'uri':'u','body':'a\\ud800b \\udc00 \\ud83d\\ude00 \\\\ud800','x\\uD800':'\\ud83d\\ud83d\\ude00'}");

        assertThat(article.article().text().value()).isEqualTo("a\uFFFDb \uFFFD 😀 \\ud800");
        assertThat(article.document().path("x\uFFFD").asText()).isEqualTo("\uFFFD😀");
    }

    @Test
    void keepsEveryDigitOfNumbersThatAreHuge() {
        Decoded.Usable article =
                usable("{'uri':'u','body':'x','n':1e999999999,'m':1.10,'k':123456789012345678901234567890}");

        assertThat(article.document().path("n").decimalValue()).isEqualTo("1E+999999999");
        assertThat(article.document().path("m").decimalValue()).isEqualTo("1.10");
        assertThat(article.document().path("k").bigIntegerValue()).isEqualTo("123456789012345678901234567890");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e-99999999999", "1.10e-2147483647", "1e2147483648"})
    void rejectsAnExponentThatNoNumberHolds(String number) {
        assertThat(rejection("{'uri':'u','body':'x','n':" + number + "}").code())
                .isEqualTo(DeadLetterCode.NOT_JSON);
    }

    @Test
    void rejectsANumberOfAMillionDigits() {
        assertThat(rejection("{'uri':'u','body':'x','n':" + "9".repeat(1_000_000) + "}")
                        .code())
                .isEqualTo(DeadLetterCode.NOT_JSON);
    }

    @Test
    void keepsRightToLeftTextAsItIs() {
        assertThat(text("{'uri':'u','body':'\u202Bשלום\u202C علي'}")).isEqualTo("\u202Bשלום\u202C علي");
    }

    @Test
    void dropsNulAndItsKindFromTheText() {
        assertThat(text("{'uri':'u','body':'A\\u0000B\\u001b[1m C\\u0085D\\u007f'}"))
                .isEqualTo("AB[1m C\nD");
    }
}
