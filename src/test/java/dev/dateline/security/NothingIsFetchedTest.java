package dev.dateline.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fuzz.Service;
import dev.dateline.wire.ArticleDecoder;
import dev.dateline.wire.Decoded;
import dev.dateline.wire.RejectedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An article can name any address, and mark-up has many ways to ask a reader to go there. */
class NothingIsFetchedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=URL><iframe src=URL></iframe><p>Text</p>",
                "<base href=URL><link rel=stylesheet href=a.css><object data=a><p>Text</p>",
                "<!DOCTYPE html SYSTEM 'URL'><p>Text</p>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'URL'>]><a>&x; Text</a>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM 'URL'>%x;]><a>Text</a>",
                "<?xml-stylesheet href='URL'?><a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='URL'/>Text</a>",
                "<meta http-equiv=refresh content='0;url=URL'><p>Text</p>",
                "<svg><image href=URL /><use href='URL#a'/></svg><p>Text</p>"
            })
    void whateverTheMarkupAsksFor(String markup) throws IOException, RejectedException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .configureBlocking(false);
            String url = "http://localhost:" + server.socket().getLocalPort() + "/x";
            for (String type : List.of("text/html", "application/xml", "application/nitf+xml")) {
                String body = markup.replace("URL", url).replace("\\", "\\\\").replace("\"", "\\\"");
                String article =
                        "{\"uri\":\"" + url + "\",\"url\":\"" + url + "\",\"headline\":\"H\",\"contentType\":\"" + type
                                + "\",\"body\":\"" + body + "\",\"renditions\":{\"main\":{\"href\":\"" + url + "\"}}}";

                Decoded decoded =
                        new ArticleDecoder(100_000).decode(Service.record(article.getBytes(StandardCharsets.UTF_8)));

                assertThat(decoded).isInstanceOf(Decoded.Usable.class);
            }
            assertThat(server.accept()).as("a connection").isNull();
        }
    }
}
