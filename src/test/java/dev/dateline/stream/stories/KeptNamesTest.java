package dev.dateline.stream.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.language.LanguageEnricher;
import dev.dateline.stream.Tracing;
import dev.dateline.wire.Channel;
import dev.dateline.wire.StoriesEncoder;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
                new StoriesView("localhost:1", LanguageSpread.VOLUME),
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
        assertThat(partitions(LanguageSpread.VOLUME, "en", "es", "zh", "ar", "ru", "de", "fr", "pt", "ur", "tlh"))
                .containsExactly(0, 1, 2, 3, 4, 5, 5, 4, 2, 5);
        assertThat(partitions(LanguageSpread.HASH, "en", "de", "zh", "tlh")).containsExactly(1, 1, 1, 5);
    }

    @Test
    void noPartitionHasTwoOfTheSixLargestLanguagesNorMoreThanItsShareOfAll() {
        List<Integer> all =
                partitions(LanguageSpread.VOLUME, LanguageEnricher.DEFAULT_LANGUAGES.toArray(String[]::new));

        assertThat(all.stream().collect(Collectors.groupingBy(partition -> partition, Collectors.counting())))
                .hasSize(6)
                .allSatisfy((partition, languages) -> assertThat(languages).isBetween(5L, 6L));
    }

    private static List<Integer> partitions(LanguageSpread spread, String... languages) {
        return Arrays.stream(languages)
                .map(language -> spread.partition(language, 6))
                .toList();
    }
}
