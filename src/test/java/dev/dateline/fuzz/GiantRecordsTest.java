package dev.dateline.fuzz;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.wire.ArticleDecoder;
import dev.dateline.wire.Decoded;
import dev.dateline.wire.EnrichedEncoder;
import dev.dateline.wire.Incoming;
import dev.dateline.wire.Outgoing;
import dev.dateline.wire.RejectedException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records of a million parts ({@code -Dfuzz.parts=1000000}; fewer in the default build), with the limit of size out of
 * their way, and records of 100 MB, with the limit there is. Each has its fate soon, within the heap of the build.
 */
class GiantRecordsTest {
    private static final int PARTS = Integer.getInteger("fuzz.parts", 100_000);
    private static final int LIMIT = 64 << 20;
    /** A million parts are some 10 MB, ten times what is taken by default. */
    private static final Duration SOON = Duration.ofSeconds(16);

    @SuppressWarnings("ImmutableEnumChecker")
    enum Giant {
        UNKNOWN_KEYS(parts -> article(numbered(parts, i -> "\"k" + i + "\":0"))),
        THE_SAME_KEY(parts -> article(numbered(parts, i -> "\"k\":0"))),
        /** All of one hash: AaAa, AaBB, BBAa, … */
        KEYS_THAT_COLLIDE(parts -> article(numbered(parts, i -> "\"" + colliding(i) + "\":0"))),
        OBJECTS_IN_A_LIST(parts -> article("\"people\":[" + numbered(parts, i -> "{\"name\":\"n" + i + "\"}") + "]")),
        BODIES(parts -> "{\"uri\":\"u\",\"pubStatus\":\"usable\",\"bodies\":["
                + numbered(parts, i -> "{\"role\":\"r\",\"value\":\"b\"}") + "]}"),
        DEEP_LISTS(parts -> article("\"x\":" + "[".repeat(parts) + "]".repeat(parts))),
        DEEP_OBJECTS("{\"a\":"::repeat),
        ONE_NUMBER(parts -> article("\"version\":" + "9".repeat(parts))),
        ESCAPES(parts -> "{\"uri\":\"u\",\"body\":\"" + "\\ud800".repeat(parts) + "\"}"),
        NESTED_MARKUP(parts -> html("<div>".repeat(parts) + "x" + "</div>".repeat(parts))),
        TABLES(parts -> html("<table><tr><td>".repeat(parts / 3) + "x")),
        MISNESTED(parts -> html("<b><i><u><a><p>".repeat(parts / 5) + "x" + "</b></i></u></a>".repeat(parts / 4))),
        FOREIGN(parts -> html("<svg><math><foreignObject>".repeat(parts / 3) + "x")),
        /** Each entity is ten of the one before: a billion of them where they are read. */
        LAUGHS(parts -> html("<!DOCTYPE a [<!ENTITY e0 'ha'>"
                + numbered(9, i -> "<!ENTITY e" + (i + 1) + " '" + ("&e" + i + ";").repeat(10) + "'>")
                        .replace(",", "")
                + "]><a>&e9;" + "&e9;".repeat(parts) + "</a>")),
        ATTRIBUTES(parts -> html("<p " + numbered(parts, i -> "a" + i + "=b ").replace(",", "") + ">x</p>")),
        EVENTS(parts -> "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"t\",\"data\":"
                        .repeat(Math.min(parts, 150))
                + "{}" + "}".repeat(Math.min(parts, 150)));

        private final IntFunction<String> record;

        Giant(IntFunction<String> record) {
            this.record = record;
        }
    }

    private static String article(String more) {
        return "{\"uri\":\"u\",\"body\":\"b\"," + more + "}";
    }

    private static String html(String body) {
        return "{\"uri\":\"u\",\"contentType\":\"text/html\",\"body\":" + HostileJson.quoted(body) + "}";
    }

    private static String numbered(int parts, IntFunction<String> part) {
        return IntStream.range(0, parts).mapToObj(part).collect(Collectors.joining(","));
    }

    private static String colliding(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 20; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    @ParameterizedTest
    @EnumSource
    void hasItsFateSoon(Giant giant) {
        byte[] value = giant.record.apply(PARTS).getBytes(StandardCharsets.UTF_8);
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        String fate = fate(new ArticleDecoder(LIMIT), value);

        Duration took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun);
        System.out.printf("%-18s %,12d bytes %,8d ms of CPU  %s%n", giant, value.length, took.toMillis(), fate);
        assertThat(took).isLessThan(SOON);
    }

    /** Of a hundred million bytes, whatever they are, nothing is read but their number. */
    @Test
    void aHundredMegabytesAreRefusedUnread() {
        byte[] value = new byte[100_000_000];
        ArticleDecoder decoder = new ArticleDecoder(1 << 20);
        long before = allocated();
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        String fate = fate(decoder, value);

        assertThat(fate).isEqualTo("TOO_LARGE");
        assertThat(allocated() - before).isLessThan(1_000_000);
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun)
                .isLessThan(Duration.ofMillis(200).toNanos());
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** The code of its refusal, or what it is, written as well. */
    private static String fate(ArticleDecoder decoder, byte[] value) {
        Incoming incoming = Service.record(value);
        EnrichedEncoder encoder =
                new EnrichedEncoder(URI.create("/dateline/fuzz"), URI.create("https://news.example/schemas/"));
        try {
            Decoded decoded = decoder.decode(incoming);
            List<Outgoing> written = Service.encoded(encoder, decoded);
            written.forEach(record -> Attack.utf8(requireNonNull(record.value())));
            return decoded.getClass().getSimpleName();
        } catch (RejectedException refused) {
            return refused.code().name();
        }
    }
}
