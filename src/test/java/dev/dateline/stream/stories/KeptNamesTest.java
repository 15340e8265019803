package dev.dateline.stream.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.stream.Tracing;
import dev.dateline.wire.Channel;
import dev.dateline.wire.StoriesEncoder;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** State is found again after an upgrade by these names and read by these bytes: another one loses it. */
class KeptNamesTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void storesAndInternalTopicsKeepTheirNamesAndTheirTasks() {
        Topology topology = StoriesTopology.of(
                "articles.enriched",
                Map.of(Channel.STORIES, "stories", Channel.ARTICLE_STORIES, "articles.stories"),
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(StoriesConfig.class)
                        .build()
                        .getConfigMapping(StoriesConfig.class),
                new StoriesEncoder(URI.create("/dateline"), URI.create("https://news.example/schemas/")),
                new StoriesView("localhost:1"),
                (StoriesObserver) Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {StoriesObserver.class},
                        (proxy, method, arguments) -> null),
                new Tracing(OpenTelemetry.noop()));

        assertThat(topology.describe()
                        .toString()
                        .replaceAll("KSTREAM-SINK-\\d+ \\(.*\\)", "out")
                        .lines())
                .map(String::strip)
                .filteredOn(line -> line.matches("(Sub-topology|Source|Processor|Sink): .*"))
                .containsExactly(
                        "Sub-topology: 0",
                        "Source: enriched (topics: [articles.enriched])",
                        "Processor: route (stores: [versions])",
                        "Processor: by-language-repartition-filter (stores: [])",
                        "Sink: by-language-repartition-sink (topic: by-language-repartition)",
                        "Sub-topology: 1",
                        "Source: by-language-repartition-source (topics: [by-language-repartition])",
                        "Processor: desk (stores: [desks])",
                        "Processor: of-articles (stores: [])",
                        "Processor: assignments (stores: [])",
                        "Processor: by-article-repartition-filter (stores: [])",
                        "Processor: of-stories (stores: [])",
                        "Sink: out",
                        "Sink: by-article-repartition-sink (topic: by-article-repartition)",
                        "Sub-topology: 2",
                        "Source: by-article-repartition-source (topics: [by-article-repartition])",
                        "Processor: order (stores: [assigned])",
                        "Sink: out");
    }

    @Test
    void theLastVersionOfAnArticleIsReadAsItWasWritten() {
        byte[] written = HEX.parseHex("0000000000000007" + "0000019c0e2b3400" + "656e");

        assertThat(SeenVersion.SERDE.deserializer().deserialize("", written))
                .isEqualTo(new SeenVersion("en", 7, 0x19c0e2b3400L));
        assertThat(SeenVersion.SERDE.serializer().serialize("", new SeenVersion("en", 7, 0x19c0e2b3400L)))
                .isEqualTo(written);
    }

    @Test
    void theKeyOfAnArticleSortedByLanguageIsToo() {
        DeskKey key = new DeskKey("en", "urn:a b");

        assertThat(DeskKey.SERDE.serializer().serialize("", key)).asString().isEqualTo("en urn:a b");
        assertThat(DeskKey.SERDE
                        .deserializer()
                        .deserialize("", DeskKey.SERDE.serializer().serialize("", key)))
                .isEqualTo(key);
    }

    @Test
    void theKeyOfAnAssignmentIsToo() {
        byte[] written = HEX.parseHex("0000000000000007" + "75726e3a61");
        OutputKey key = OutputKey.SERDE.deserializer().deserialize("", written);

        assertThat(key.version()).isEqualTo(7);
        assertThat(key.published()).asString().isEqualTo("urn:a");
        assertThat(OutputKey.SERDE.serializer().serialize("", key)).isEqualTo(written);
    }

    /** The same partition for good: the desk's state is there. */
    @Test
    void aLanguageStaysOnItsPartition() {
        assertThat(DeskKey.partition("en", 6)).isEqualTo(1);
        assertThat(DeskKey.partition("de", 6)).isEqualTo(1);
        assertThat(DeskKey.partition("zh", 6)).isEqualTo(1);
    }
}
