package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.stream.Lane;
import dev.dateline.stream.StreamConfig;
import dev.dateline.stream.TopicCatalog;
import dev.dateline.stream.TopicsConfig;
import dev.dateline.stream.stories.StoriesConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final TopicsConfig NAMES = Properties.mapping(TopicsConfig.class);
    private static final TopicCatalog CATALOG = new TopicCatalog(NAMES, List.of());

    @Test
    void theTopicsAreThoseOfTheCode() {
        Map<String, String> manifests = new TreeMap<>();
        for (JsonNode topic : Manifests.strimzi("KafkaTopic")) {
            Map<String, String> config = new TreeMap<>();
            topic.at("/spec/config")
                    .properties()
                    .forEach(each -> config.put(each.getKey(), each.getValue().asText()));
            manifests.put(
                    topic.at("/metadata/name").asText(),
                    topic.at("/spec/partitions").asInt() + " " + config);
        }

        assertThat(manifests)
                .isEqualTo(CATALOG.topics().stream()
                        .collect(Collectors.toMap(
                                NewTopic::name,
                                topic -> topic.numPartitions() + " " + new TreeMap<>(topic.configs()),
                                (one, other) -> one,
                                TreeMap::new)));
    }

    @Test
    void enrichmentMayReadItsLanesWriteItsOutputsSeeHowFarTheStoriesAreAndNoMore() {
        Set<String> read = CATALOG.lanes().stream().map(Lane::topic).collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = new TreeSet<>(CATALOG.outputs().values());
        written.add(NAMES.deadletter());

        assertThat(Stream.concat(read.stream(), written.stream()))
                .containsExactlyInAnyOrderElementsOf(CATALOG.ofEnrichment());
        String group = Properties.mapping(StreamConfig.class).group();
        String stories = Properties.mapping(StoriesConfig.class).group();
        assertThat(rules("dateline-enrich"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                read.stream().map(topic -> "topic " + topic + " literal [\"Read\"]"),
                                written.stream().map(topic -> "topic " + topic + " literal [\"Write\"]"),
                                Stream.of(
                                        "group " + stories + " literal [\"Describe\"]",
                                        "topic " + stories + "- prefix [\"Describe\"]",
                                        "group " + group + "- prefix [\"Read\"]",
                                        "transactionalId " + group + "- prefix [\"Write\"]"))
                        .flatMap(rule -> rule)
                        .toList());
    }

    @Test
    void storiesMayReadEnrichedArticlesWriteTheirOutputsAndKeepTheirOwnTopicsAndNoMore() {
        Set<String> written = new TreeSet<>(CATALOG.storyOutputs().values());

        assertThat(Stream.concat(Stream.of(CATALOG.enriched()), written.stream()))
                .containsExactlyInAnyOrderElementsOf(CATALOG.ofStories());
        String group = Properties.mapping(StoriesConfig.class).group();
        assertThat(rules("dateline-stories"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                written.stream().map(topic -> "topic " + topic + " literal [\"Write\"]"),
                                Stream.of(
                                        "topic " + CATALOG.enriched() + " literal [\"Read\"]",
                                        "topic " + group
                                                + "- prefix [\"Create\",\"Delete\",\"DescribeConfigs\",\"Read\",\"Write\"]",
                                        "group " + group + " literal [\"Read\"]",
                                        "transactionalId " + group + "- prefix [\"Write\"]"))
                        .toList());
    }

    @Test
    void theConsoleMayReadTheFeedAndPostArticles() {
        assertThat(rules("dateline-console"))
                .containsExactlyInAnyOrder(
                        "topic " + NAMES.enriched() + " literal [\"Read\"]",
                        "topic " + NAMES.stories() + " literal [\"Read\"]",
                        "topic " + NAMES.storyChanges() + " literal [\"Read\"]",
                        "topic " + NAMES.deadletter() + " literal [\"Read\"]",
                        "topic " + NAMES.articles() + " literal [\"Write\"]",
                        "group dateline-feed- prefix [\"Read\"]");
    }

    private static List<String> rules(String user) {
        return Manifests.strimzi("KafkaUser").stream()
                .filter(each -> each.at("/metadata/name").asText().equals(user))
                .flatMap(each ->
                        StreamSupport.stream(each.at("/spec/authorization/acls").spliterator(), false))
                .map(rule -> rule.at("/resource/type").asText() + " "
                        + rule.at("/resource/name").asText() + " "
                        + rule.at("/resource/patternType").asText() + " " + rule.get("operations"))
                .toList();
    }
}
