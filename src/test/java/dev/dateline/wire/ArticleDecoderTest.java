package dev.dateline.wire;

import static dev.dateline.wire.Records.decoded;
import static dev.dateline.wire.Records.json;
import static dev.dateline.wire.Records.quoted;
import static dev.dateline.wire.Records.record;
import static dev.dateline.wire.Records.rejection;
import static dev.dateline.wire.Records.usable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.article.Article;
import dev.dateline.article.PubStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleDecoderTest {
    @Test
    void readsEveryFieldOfTheMinimalForm() {
        Article article = usable("{'uri':'urn:a:1','version':3,'headline':'Port reopens','body':'Ships sailed.',"
                        + "'language':'en_GB','outlet':'The Harbour','publishedAt':'2026-03-01T10:00:00+01:00'}")
                .article();

        assertThat(article.uri()).isEqualTo("urn:a:1");
        assertThat(article.version()).contains("3");
        assertThat(article.pubStatus()).isEqualTo(PubStatus.USABLE);
        assertThat(article.text().value()).isEqualTo("Port reopens\n\nShips sailed.");
        assertThat(article.parts())
                .containsExactly(
                        new Article.Part(Article.Role.HEADLINE, 0, 12), new Article.Part(Article.Role.BODY, 14, 27));
        assertThat(article.declaredLanguage()).contains("en-GB");
        assertThat(article.outlet()).contains("The Harbour");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-03-01T09:00:00Z"));
    }

    @Test
    void needsNoMoreThanAUriAndAText() {
        Article article = usable("{'uri':'u','headline':'Port reopens'}").article();

        assertThat(article.text().value()).isEqualTo("Port reopens");
        assertThat(article.version()).isEmpty();
        assertThat(article.declaredLanguage()).isEmpty();
        assertThat(article.outlet()).isEmpty();
        assertThat(article.publishedAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null | UNKNOWN_FORMAT",
                "5 | UNKNOWN_FORMAT",
                "'text' | UNKNOWN_FORMAT",
                "[] | UNKNOWN_FORMAT",
                "[{'uri':'u','body':'x'}] | UNKNOWN_FORMAT",
                "{} | UNKNOWN_FORMAT",
                "{'id':7,'name':'x'} | UNKNOWN_FORMAT",
                "{'headline':'h','body':'x'} | NO_URI",
                "{'uri':null,'body':'x'} | NO_URI",
                "{'uri':'','body':'x'} | NO_URI",
                "{'uri':' \\t','body':'x'} | NO_URI",
                "{'uri':5,'body':'x'} | UNKNOWN_FORMAT",
                "{'uri':['u'],'body':'x'} | UNKNOWN_FORMAT",
                "{'uri':{},'body':'x'} | UNKNOWN_FORMAT",
                "{'uri':'u'} | NO_TEXT",
                "{'uri':'u','body':''} | NO_TEXT",
                "{'uri':'u','body':null,'headline':null} | NO_TEXT",
                "{'uri':'u','body':' \\u00a0\\u0000\\n'} | NO_TEXT",
                "{'uri':'u','body':'<p><img src=x></p>'} | NO_TEXT",
                "{'uri':'u','headline':[]} | UNKNOWN_FORMAT",
                "{'uri':'u','headline':{'main':'h'},'body':'x'} | UNKNOWN_FORMAT",
                "{'uri':'u','body':7} | UNKNOWN_FORMAT",
                "{'uri':'u','body':false} | UNKNOWN_FORMAT",
                "{'uri':'u','body_text':['x']} | UNKNOWN_FORMAT",
                "{'uri':'u','bodies':'x'} | UNKNOWN_FORMAT",
                "{'uri':'u','bodies':{'value':'x'}} | UNKNOWN_FORMAT",
                "{'uri':'u','bodies':['x']} | UNKNOWN_FORMAT",
                "{'uri':'u','bodies':[{'value':1}]} | UNKNOWN_FORMAT",
                "{'uri':'u','bodies':[{'role':'main'}]} | UNKNOWN_FORMAT",
                "{'uri':'u','headlines':[null],'body':'x'} | UNKNOWN_FORMAT",
                "{'uri':'u','bodies':[]} | NO_TEXT",
                "{'uri':'u','body':'x','version':{}} | UNKNOWN_FORMAT",
                "{'uri':'u','body':'x','version':true} | UNKNOWN_FORMAT",
                "{'uri':'u','body':'x','pubStatus':1} | UNKNOWN_FORMAT",
                "{'uri':'u','body':'x','pubStatus':'commissioned'} | UNKNOWN_FORMAT",
                "{'uri':'u','body':'x','publishedAt':'soon'} | BAD_DATE",
                "{'uri':'u','body':'x','publishedAt':1700000000} | BAD_DATE",
                "{'uri':'u','body':'x','publishedAt':'292278994-08-17T07:12:55Z'} | BAD_DATE",
                "{'uri':'u','body':'x','versionCreated':'','firstCreated':'2026-01-01'} | BAD_DATE"
            })
    void saysWithACodeWhyARecordCannotBeRead(String value, DeadLetterCode code) {
        assertThat(rejection(value).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'uri':5,'body':'x'} | /uri is a number",
                "{'uri':'u','bodies':[{'value':'a'},{'value':1}]} | /bodies/1/value",
                "{'uri':'u','headline':[]} | /headline is an array",
                "{'uri':'u','body':'x','publishedAt':'soon'} | /versionCreated"
            })
    void pointsAtTheFieldThatIsWrong(String value, String pointer) {
        assertThat(rejection(value)).hasMessageContaining(pointer);
    }

    @Test
    void toleratesWrongTypesWhereNothingDependsOnThem() {
        Decoded.Usable read = usable(
                "{'uri':'u','body':'x','language':5,'outlet':[1],'infoSources':7,'url':{},'type':3,'byline':[]}");

        assertThat(read.article().declaredLanguage()).isEmpty();
        assertThat(read.article().outlet()).isEmpty();
        assertThat(read.document().path("language").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00+01:00, 2026-03-01T10:00:00+01:00",
        "2026-03-01 10:00, 2026-03-01T10:00:00Z",
        "20260301T100000+0100, 2026-03-01T09:00:00Z"
    })
    void writesADateAnewOnlyWhereNinjsWouldNotAllowIt(String written, String published) {
        assertThat(usable("{'uri':'u','body':'x','publishedAt':'" + written + "'}")
                        .document()
                        .path("versionCreated")
                        .asText())
                .isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"English", "d", "e n", "--", "en-abcdefghijk"})
    void takesNoLanguageForOneThatIsNoTag(String tag) {
        assertThat(usable("{'uri':'u','body':'x','language':'" + tag + "'}")
                        .article()
                        .declaredLanguage())
                .isEmpty();
    }

    @Test
    void rejectsAValueOneByteTooLong() throws RejectedException {
        byte[] value = quoted("{'uri':'u','body':'x'}").getBytes(StandardCharsets.UTF_8);
        Incoming incoming = record(null, value);

        RejectedException rejected = catchThrowableOfType(
                RejectedException.class, () -> new ArticleDecoder(value.length - 1).decode(incoming));

        assertThat(rejected.code()).isEqualTo(DeadLetterCode.TOO_LARGE);
        assertThat(new ArticleDecoder(value.length).decode(incoming)).isInstanceOf(Decoded.Usable.class);
    }

    @Test
    void rejectsAUriTooLongToBeCopiedEverywhere() {
        assertThat(rejection("{'uri':'" + "u".repeat(2_049) + "','body':'x'}").code())
                .isEqualTo(DeadLetterCode.NO_URI);
    }

    @Test
    void takesATombstoneForAKill() {
        Decoded.Recall kill = (Decoded.Recall) decoded(record("urn:é".getBytes(StandardCharsets.UTF_8), null));

        assertThat(kill.uri()).isEqualTo("urn:é");
        assertThat(kill.document()).hasToString(quoted("{'uri':'urn:é','pubStatus':'canceled'}"));
    }

    @Test
    void rejectsATombstoneThatNamesNoArticle() {
        assertThat(rejection(record(null, null)).code()).isEqualTo(DeadLetterCode.NO_URI);
        assertThat(rejection(record(new byte[0], null)).code()).isEqualTo(DeadLetterCode.NO_URI);
        assertThat(rejection(record(new byte[] {(byte) 0xFF}, null)).code()).isEqualTo(DeadLetterCode.NOT_UTF8);
    }

    @ParameterizedTest
    @CsvSource({"withheld,withheld", "canceled,canceled", "Cancelled,canceled"})
    void recallsWithoutAskingForText(String status, String published) {
        Decoded.Recall recall = (Decoded.Recall)
                decoded(json(quoted("{'uri':'u','version':2,'pubStatus':'" + status + "','versionCreated':'never'}")));

        assertThat(recall.uri()).isEqualTo("u");
        assertThat(recall.document().path("pubStatus").asText()).isEqualTo(published);
        assertThat(recall.document().path("version").asText()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture", "video", "audio", "graphic", "composite", "component", "event", "planning"})
    void ignoresAnItemThatIsNoTextByItsOwnAccount(String type) {
        String item = "{'uri':'u','type':'" + type + "','headlines':[{'value':'h'}],'descriptions':[{'value':'d'}]";

        assertThat(decoded(json(quoted(item + "}")))).isEqualTo(new Decoded.Ignored(Decoded.Ignored.Reason.NOT_TEXT));
        assertThat(usable(item + ",'bodies':[{'value':'A long caption.'}]}")
                        .article()
                        .text()
                        .value())
                .isEqualTo("h\n\nA long caption.");
    }

    @Test
    void doesNotCompareTheKeyWithTheUri() throws RejectedException {
        byte[] key = "another".getBytes(StandardCharsets.UTF_8);
        byte[] value = quoted("{'uri':'u','body':'x'}").getBytes(StandardCharsets.UTF_8);

        Decoded.Usable read = (Decoded.Usable) new ArticleDecoder(100).decode(record(key, value));

        assertThat(read.article().uri()).isEqualTo("u");
    }
}
