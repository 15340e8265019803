package dev.dateline.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    private static final int MEGABYTE = 1_000_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One.</p><p>Two.</p> | One.¶¶Two.",
                "<p>One.<p>Two. | One.¶¶Two.",
                "<h1>Head</h1>Text <b>bo</b>ld | Head¶¶Text bold",
                "One<br>two<br/>three | One¶two¶three",
                "One<br><br>two | One¶¶two",
                "<ul><li>a</li><li>b</li></ul>c | a¶b¶¶c",
                "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table> | A→B¶1→2",
                "a<blockquote>b</blockquote>c | a¶¶b¶¶c",
                "<dl><dt>t</dt><dd>d</dd></dl> | t¶d",
                "<div><div><p>a</p></div></div><div></div>b | a¶¶b",
                "a<script>x</script>b<style>y</style>c<noscript>z</noscript><iframe>w</iframe> | abc",
                "a<svg><text>x</text></svg>b<!-- c --><template>d</template> | ab",
                "<figure><img src=x><figcaption>cap</figcaption>credit</figure>t | t",
                "<figure><blockquote>said</blockquote><figcaption>x</figcaption></figure> | said",
                "<figure><table><tr><td>1</td></tr></table></figure> | 1",
                "a&nbsp;b&amp;c &eacute; &#8364; &#x1F600; &bogus; | a b&c é € 😀 &bogus;",
                "<title>x</title><body>y</body> | y",
                "He <q>agreed</q>. | He “agreed”.",
                "<a href='x'>link</a>, <img alt='alt'>text | link, text",
                "&lt;b&gt; stays | <b> stays"
            })
    void keepsTheStructureOfBlocks(String html, String text) {
        assertThat(Markup.html(html)).isEqualTo(text.replace('¶', '\n').replace('→', '\t'));
    }

    @Test
    void foldsBlanksButNotInsidePreformattedText() {
        assertThat(Markup.html("<p> a \n\t b\u00A0\u00A0c </p>\n<pre>x\n  y\n\nz</pre>"))
                .isEqualTo("a b c\n\nx\ny\n\nz");
    }

    @Test
    void keepsThinSpacesInsideNumbers() {
        assertThat(Markup.html("<p>25\u2009000</p>")).isEqualTo("25 000");
    }

    @Test
    void takesFromNitfItsContentOnly() {
        String nitf = "<?xml version=\"1.0\"?><nitf><head><title>T</title></head><body><body.head><byline>B</byline>"
                + "</body.head><body.content><p>One.</p><p>Two &amp; three.</p></body.content></body></nitf>";

        assertThat(Markup.xml(nitf)).isEqualTo("One.\n\nTwo & three.");
    }

    @Test
    void takesOtherXmlWhole() {
        assertThat(Markup.xml("<story><p>One.</p><p><![CDATA[Two.]]></p></story>"))
                .isEqualTo("One.\n\nTwo.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>x", "x<br/>y", "x</p>", "a <B class=x>b</B>", "<h2 id=1>x", "<!doctype html><html>x"})
    void knowsHtmlByItsElements(String html) {
        assertThat(Markup.looksLikeHtml(html)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a < b > c", "x <3 y", "<name@example.org>", "<PERSON>", "<", "</", "<p", "5<x and y>3"})
    void takesOtherAngleBracketsForText(String plain) {
        assertThat(Markup.looksLikeHtml(plain)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>x",
                "<div>x",
                "<a href=y>x",
                "<table><tr><td>x",
                "<figure><table>x",
                "<table>x<b>",
                "<ul><li>x",
                "<nobr>x",
                "<svg></figure>x",
                "</main><svg>x",
                "<form>x</form>",
                "<p y=1 z=2>x",
                "<x xmlns:a='u'>x",
                "&amp;",
                "&#x1F600;",
                "<!--",
                "<![CDATA[",
                "<",
                "<script>",
                "</script>",
                "<q>",
                "<select><option>x"
            })
    void readsAMegabyteOfHostileMarkupInLinearTime(String hostile) {
        String markup = hostile.repeat(MEGABYTE / hostile.length());

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            Markup.html(markup);
            Markup.xml(markup);
            Markup.looksLikeHtml(markup);
        });
    }

    @Test
    void findsTheTextUnderAHundredThousandElements() {
        String deep = "<div>".repeat(100_000) + "<p>One &amp; two.</p>Three" + "</div>".repeat(100_000);

        assertThat(Markup.html(deep)).isEqualTo("One & two.\n\nThree");
    }

    @Test
    void survivesADeepTreeThatIsStillParsed() {
        String deep = "<span>".repeat(4_900) + "x";

        assertThat(Markup.html(deep)).isEqualTo("x");
    }

    @Test
    void readsLongMarkupFlatWithoutScriptsAndStyles() {
        String row = "<tr><td>1</td><td>2</td></tr>";
        String text = Markup.html(
                "<style>p{}</style><table>" + row.repeat(1_000) + "</table><script>if (a<b) c();</script><p>End</p>");

        assertThat(text).startsWith("1\t2\n1\t2\n").endsWith("1\t2\n\nEnd").hasLineCount(1_002);
    }
}
