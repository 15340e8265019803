package dev.dateline.fuzz;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.article.PubStatus;
import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.wire.ArticleDecoder;
import dev.dateline.wire.Decoded;
import dev.dateline.wire.EnrichedDecoder;
import dev.dateline.wire.Header;
import dev.dateline.wire.Incoming;
import dev.dateline.wire.Outgoing;
import dev.dateline.wire.RejectedException;
import dev.dateline.wire.UnreadableException;
import dev.dateline.wire.text.Markup;
import dev.dateline.wire.text.PlainText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is attacked. Each takes one input from the draws, and fails where a promise is broken. */
enum Attack {
    /** Bytes to an article, and back to bytes. */
    DECODER(230) {
        @Override
        void strike(Draw draw, int most, Service service) {
            byte[] value = HostileJson.of(draw, most);
            decode(Service.record(value), service, draw.oneIn(SAMPLE));
        }
    },
    /** Envelopes and headers around an article. */
    CLOUD_EVENTS(120) {
        @Override
        void strike(Draw draw, int most, Service service) {
            String article = HostileJson.document(draw, most);
            String data = draw.oneIn(2)
                    ? "\"data_base64\":\""
                            + (draw.oneIn(3)
                                    ? article.substring(article.length() / 2).replace('"', '!')
                                    : base64(article))
                            + "\""
                    : "\"data\":" + article;
            String event = "{\"specversion\":" + draw.of(List.of("\"1.0\"", "\"0.3\"", "1", "null")) + ",\"id\":\""
                    + draw.below(9) + "\",\"source\":\"/\",\"type\":\"t\"," + data + "}";
            List<Header> headers = List.of(
                    header(draw, "content-type"),
                    header(draw, "ce_specversion"),
                    header(draw, "Content-Type"),
                    header(draw, HostileText.of(draw, 8)));
            byte[] key = draw.oneIn(3) ? HostileText.of(draw, 40).getBytes(StandardCharsets.UTF_16LE) : null;
            decode(
                    Service.record(key, draw.oneIn(10) ? null : event.getBytes(StandardCharsets.UTF_8), headers),
                    service,
                    draw.oneIn(SAMPLE));
        }
    },
    /** What the stories read; nobody but the enrichment should write there, but somebody may. */
    ENRICHED_DECODER(150) {
        @Override
        void strike(Draw draw, int most, Service service) {
            byte[] record = HostileJson.of(draw, most);
            try {
                EnrichedDecoder.Head head = EnrichedDecoder.head(record);
                assertThat(head.language()).matches("[a-z]{2,8}");
                EnrichedDecoder.whole(record, NOON);
            } catch (UnreadableException expected) {
                assertThat(expected).hasMessageContaining("not an enriched article");
            }
        }
    },
    /** Mark-up to text. */
    HTML(150) {
        @Override
        void strike(Draw draw, int most, Service service) {
            String markup = HostileMarkup.of(draw, most);
            for (String text : List.of(Markup.html(markup), Markup.xml(markup), PlainText.of(markup))) {
                assertThat(text).isEqualTo(text.strip());
                // A control splits words for each reader after us; no mark-up makes one that was not there.
                assertThat(text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t'))
                        .as("no control")
                        .isTrue();
            }
            Markup.looksLikeHtml(markup);
        }
    },
    LANGUAGE(30) {
        @Override
        void strike(Draw draw, int most, Service service) {
            enrich(draw, most, service.language(), service);
        }
    },
    SENTENCES(90) {
        @Override
        void strike(Draw draw, int most, Service service) {
            enrich(draw, most, service.sentences(), service);
        }
    },
    AMOUNTS(80) {
        @Override
        void strike(Draw draw, int most, Service service) {
            enrich(draw, most, service.amounts(), service);
        }
    },
    DATES(80) {
        @Override
        void strike(Draw draw, int most, Service service) {
            enrich(draw, most, service.dates(), service);
        }
    },
    QUOTES(30) {
        @Override
        void strike(Draw draw, int most, Service service) {
            enrich(draw, most, service.quotes(), service);
        }
    },
    ENTITIES(30) {
        @Override
        void strike(Draw draw, int most, Service service) {
            enrich(draw, most, service.entities(), service);
        }
    },
    TOPICS(5) {
        @Override
        void strike(Draw draw, int most, Service service) {
            enrich(draw, most, service.topics(), service);
        }
    },
    /** All stages, from the bytes to the records and into a story; each record against its schema. */
    WHOLE(5) {
        @Override
        void strike(Draw draw, int most, Service service) {
            byte[] value = HostileJson.of(draw, most);
            Incoming incoming = Service.record(value);
            List<Outgoing> first = service.records(incoming);
            first.forEach(service::conforms);
            if (!first.isEmpty()) {
                List<Outgoing> again = service.records(incoming);
                assertThat(again).hasSameSizeAs(first);
                for (int i = 0; i < first.size(); i++) {
                    assertThat(again.get(i).value())
                            .as("the same bytes again")
                            .isEqualTo(first.get(i).value());
                }
                service.toTheStories(first.get(0));
            }
        }
    };

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    /** Of the cheap attacks every so-manieth is looked at with all that there is. */
    private static final int SAMPLE = 16;

    private final int share;

    /** @param share of a thousand inputs: many of what is cheap, since time is what there is least of */
    Attack(int share) {
        this.share = share;
    }

    /** How many of so many inputs are for this one. */
    long of(long inputs) {
        return inputs * share / 1_000;
    }

    abstract void strike(Draw draw, int most, Service service);

    static void decode(Incoming incoming, Service service, boolean closely) {
        Decoded decoded;
        try {
            decoded = service.decoder().decode(incoming);
        } catch (RejectedException expected) {
            assertThat(expected.code()).isNotNull();
            return;
        }
        List<Outgoing> records = service.encoded(decoded);
        for (Outgoing record : records) {
            utf8(requireNonNull(record.value()));
            if (closely) {
                service.conforms(record);
            }
        }
        if (closely && decoded instanceof Decoded.Usable usable) {
            assertThat(usable.article().text().isBlank()).isFalse();
            again(incoming, service.decoder(), records, service);
        }
    }

    private static void again(Incoming incoming, ArticleDecoder decoder, List<Outgoing> records, Service service) {
        try {
            assertThat(service.encoded(decoder.decode(incoming)).get(0).value())
                    .as("the same bytes again")
                    .isEqualTo(records.get(0).value());
        } catch (RejectedException otherwise) {
            throw new AssertionError("read once, refused the second time", otherwise);
        }
    }

    static void enrich(Draw draw, int most, Enricher enricher, Service service) {
        Text text = Text.of(PlainText.of(HostileText.of(draw, most)));
        if (text.isBlank()) {
            return;
        }
        Article article = new Article(
                "urn:f",
                Optional.empty(),
                PubStatus.USABLE,
                text,
                List.of(new Article.Part(Article.Role.BODY, 0, text.length())),
                Optional.empty(),
                Optional.empty(),
                draw.oneIn(4) ? Optional.empty() : Optional.of(NOON));
        Enrichment soFar = Enrichment.of(article)
                .with(
                        enricher.stage(),
                        Findings.NONE.withLanguage(new Language(
                                draw.of(List.of("en", "en", "en", "de", "th", "und")), 1, enricher.stage())));
        soFar = soFar.with(service.sentences().stage(), service.sentences().enrich(soFar));
        Findings found = enricher.enrich(soFar);
        holds(text, found);
        if (draw.oneIn(SAMPLE)) {
            assertThat(enricher.enrich(soFar))
                    .as("the same again")
                    .usingRecursiveComparison()
                    .isEqualTo(found);
        }
    }

    private static void holds(Text text, Findings found) {
        int[] points = text.value().codePoints().toArray();
        assertThat(text.length()).isEqualTo(points.length);
        for (Annotation each : found.annotations()) {
            assertThat(each.end()).isLessThanOrEqualTo(points.length);
            assertThat(new String(points, each.start(), each.end() - each.start()))
                    .as(each.kind())
                    .isEqualTo(each.exact());
        }
    }

    /** Piece by piece: what is written can be long. */
    static void utf8(byte[] value) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer piece = CharBuffer.allocate(8_192);
        ByteBuffer rest = ByteBuffer.wrap(value);
        CoderResult result;
        do {
            piece.clear();
            result = decoder.decode(rest, piece, true);
        } while (result.isOverflow());
        assertThat(result.isError()).as("what is written is not UTF-8").isFalse();
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Header header(Draw draw, String name) {
        byte[] value = draw.of(List.of(
                        "application/cloudevents+json",
                        "application/json",
                        "application/cloudevents-batch+json",
                        "\uFEFF",
                        "1.0",
                        ";;;"))
                .getBytes(draw.oneIn(4) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return new Header(name, draw.oneIn(8) ? new byte[] {(byte) 0xC3, 0, (byte) draw.below(256)} : value);
    }
}
