package dev.dateline.wire;

import static dev.dateline.wire.Records.text;
import static dev.dateline.wire.Records.usable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Port reopens. | Port reopens.\\nShips sailed. | Port reopens.¶¶Ships sailed.",
                "Port reopens | PORT  REOPENS\\n\\nShips sailed. | Port reopens¶¶Ships sailed.",
                "Port reopens | Port reopens as ships sail. | Port reopens¶¶Port reopens as ships sail.",
                "Port reopens | Port reopens | Port reopens",
                "Port reopens | <h1>Port <i>reopens</i></h1><p>Ships</p> | Port reopens¶¶Ships",
                "Port &amp; ships | x | Port &amp; ships¶¶x"
            })
    void doesNotRepeatTheHeadline(String headline, String body, String text) {
        assertThat(text("{'uri':'u','headline':'" + headline + "','body':'" + body + "'}"))
                .isEqualTo(text.replace('¶', '\n'));
    }

    @Test
    void countsPartsInCodePoints() {
        Article article =
                usable("{'uri':'u','headline':'😀 Port','body':'😀😀 Ships'}").article();

        assertThat(article.parts())
                .containsExactly(
                        new Article.Part(Article.Role.HEADLINE, 0, 6), new Article.Part(Article.Role.BODY, 8, 16));
        assertThat(article.headline()).contains("😀 Port");
        assertThat(article.text().slice(8, 16)).isEqualTo("😀😀 Ships");
    }

    @Test
    void hasOneBodyPartWithoutAHeadline() {
        assertThat(usable("{'uri':'u','body':'Ships'}").article().parts())
                .containsExactly(new Article.Part(Article.Role.BODY, 0, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'role':'x','value':'X'},{'role':'main','value':'M'} | M",
                "{'role':'x','value':'X'},{'value':'N'} | N",
                "{'role':'x','value':'X'},{'role':'y','value':'Y'} | X",
                "{'role':'main','value':' '},{'role':'y','value':'Y'} | Y",
                "{'contentType':'text/html','value':'<b>B</b> &amp; c'} | B & c"
            })
    void choosesTheMainHeadline(String headlines, String chosen) {
        assertThat(text("{'uri':'u','headlines':[" + headlines + "]}")).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'contentType':'text/html','value':'<p>h</p>'},{'contentType':'text/plain','value':'p'} | p",
                "{'contentType':'text/vnd.IPTC.NITF','value':'<p>n</p>'},{'role':'xhtml','value':'<p>h</p>'} | h",
                "{'contentType':'text/plain','value':' '},{'contentType':'text/html; charset=utf-8','value':'<p>h'} | h",
                "{'value':'first'},{'value':'second'} | first",
                "{'contentType':'text/plain','value':'<p>not HTML</p>'} | <p>not HTML</p>",
                "{'contentType':'application/xhtml+xml','value':'<p>a<br/>b</p>'} | a¶b",
                "{'contentType':'application/xml','value':'<s><p>a</p><p>b</p></s>'} | a¶¶b",
                "{'contentType':'text/markdown','value':'a < b'} | a < b"
            })
    void choosesTheBodyThatIsSurest(String bodies, String chosen) {
        assertThat(text("{'uri':'u','bodies':[" + bodies + "]}")).isEqualTo(chosen.replace('¶', '\n'));
    }

    @Test
    void takesADescriptionWhereThereIsNoBody() {
        assertThat(text("{'uri':'u','type':'text','headlines':[{'value':'H'}],'descriptions':["
                        + "{'role':'creditline','value':'C'},{'role':'lead','value':'<p>L</p>'}]}"))
                .isEqualTo("H\n\nL");
    }

    @Test
    void followsTheDeclaredTypeOfAMinimalBody() {
        assertThat(text("{'uri':'u','body':'<p>a</p>'}")).isEqualTo("a");
        assertThat(text("{'uri':'u','body':'<p>a</p>','contentType':'text/plain'}"))
                .isEqualTo("<p>a</p>");
        assertThat(text("{'uri':'u','body':'a<z>b','contentType':'text/html'}")).isEqualTo("ab");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'infoSources':[{'role':'r'},{'name':' The  Harbour '}],'copyrightHolder':'C' | The Harbour",
                "'copyrightHolder':'C','by':'Jane' | C",
                "'infosource':[{'name':'S'}],'copyrightholder':'C' | S"
            })
    void namesTheOutlet(String fields, String outlet) {
        assertThat(usable("{'uri':'u','body':'x'," + fields + "}").article().outlet())
                .contains(outlet);
    }

    @Test
    void takesNobodyNamedInTheByLineForTheOutlet() {
        assertThat(usable("{'uri':'u','body':'x','by':'Jane Roe','byline':'x'}")
                        .article()
                        .outlet())
                .isEmpty();
    }
}
