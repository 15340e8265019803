package dev.dateline.wire;

import static dev.dateline.wire.Records.bytes;
import static dev.dateline.wire.Records.decoded;
import static dev.dateline.wire.Records.json;
import static dev.dateline.wire.Records.quoted;
import static dev.dateline.wire.Records.rejection;
import static dev.dateline.wire.Records.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {
    private static final Header STRUCTURED = Header.of("content-type", "application/cloudevents+json; charset=UTF-8");
    private static final String ENVELOPE = "'specversion':'1.0','id':'1','source':'/cms','type':'published'";
    private static final String ARTICLE = "{'uri':'u','body':'Ships sailed.'}";

    @Test
    void readsTheValueOfABinaryEventAsItStands() {
        Decoded.Usable read = usable(
                ARTICLE,
                Header.of("ce_specversion", "1.0"),
                Header.of("ce_id", "1"),
                Header.of("content-type", "application/json"));

        assertThat(read.article().uri()).isEqualTo("u");
    }

    @Test
    void opensAStructuredEventByItsContentType() {
        assertThat(usable("{" + ENVELOPE + ",'data':" + ARTICLE + "}", STRUCTURED)
                        .article()
                        .uri())
                .isEqualTo("u");
    }

    @Test
    void knowsAStructuredEventByItsAttributes() {
        assertThat(usable("{" + ENVELOPE + ",'data':" + ARTICLE + "}").article().uri())
                .isEqualTo("u");
    }

    @Test
    void opensDataInBase64() {
        String encoded = Base64.getEncoder().encodeToString(quoted(ARTICLE).getBytes(StandardCharsets.UTF_8));

        assertThat(usable("{" + ENVELOPE + ",'data_base64':'" + encoded + "'}")
                        .article()
                        .uri())
                .isEqualTo("u");
    }

    @Test
    void looksForUtf8WithinBase64Too() {
        String encoded = Base64.getEncoder().encodeToString(new byte[] {'"', (byte) 0xE9, '"'});

        assertThat(rejection("{" + ENVELOPE + ",'data_base64':'" + encoded + "'}")
                        .code())
                .isEqualTo(DeadLetterCode.NOT_UTF8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'specversion':'0.3','id':'1','source':'/','type':'t','data':{}}",
                "{'specversion':'1.0','id':'1','source':'/','type':'t'}",
                "{'specversion':'1.0','id':'1','source':'/','type':'t','data':{},'data_base64':''}",
                "{'specversion':'1.0','id':'1','source':'/','type':'t','data_base64':'***'}",
                "{'specversion':'1.0','id':'1','source':'/','type':'t','data_base64':5}",
                "{'specversion':'1.0','id':'1','source':'/','type':'t','data':'text'}",
                "{'specversion':'1.0','id':'1','source':'/','type':'t','data':null}",
                "{'uri':'u','body':'x'}"
            })
    void rejectsAnEventItCannotOpen(String event) {
        assertThat(rejection(json(quoted(event), STRUCTURED)).code()).isEqualTo(DeadLetterCode.UNKNOWN_FORMAT);
    }

    @Test
    void rejectsABatchSinceARecordHasOneFate() {
        Incoming batch = json(
                quoted("[{" + ENVELOPE + ",'data':" + ARTICLE + "}]"),
                Header.of("Content-Type", "application/cloudevents-batch+json"));

        assertThat(rejection(batch).code()).isEqualTo(DeadLetterCode.UNKNOWN_FORMAT);
    }

    @Test
    void isNotMisledByHeadersWithoutValueOrWithBytesOfAnySort() {
        Incoming incoming = bytes(
                quoted(ARTICLE).getBytes(StandardCharsets.UTF_8),
                new Header("content-type", null),
                new Header("content-type", new byte[] {(byte) 0xFF, 0}));

        assertThat(decoded(incoming)).isInstanceOf(Decoded.Usable.class);
    }

    @Test
    void leavesAnArticleAloneThatOnlyHasASpecversion() {
        assertThat(usable("{'uri':'u','body':'x','specversion':'1.0'}")
                        .article()
                        .uri())
                .isEqualTo("u");
    }
}
