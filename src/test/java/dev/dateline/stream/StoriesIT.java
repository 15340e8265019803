package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The packaged service with the role {@code stories} alone, fed with enriched articles of the test's making. */
class StoriesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it");
    private static final int EVENTS = 60;
    private static final int ARTICLES_PER_EVENT = 10;
    private static final int ALL = LANGUAGES.size() * EVENTS * ARTICLES_PER_EVENT;
    private static final Instant MORNING = Instant.parse("2026-03-01T06:00:00Z");

    @Test
    void twoInstancesOfWhichOneIsKilledGiveEachArticleItsStoryOnceAndAnswerForEachOther() throws IOException {
        try (InJvmBroker broker = InJvmBroker.start()) {
            ServiceProcess first = instance(broker, "first", FreePorts.any());
            int port = FreePorts.any();
            ServiceProcess second = instance(broker, "second", port);
            first.awaitReady();
            second.awaitReady();
            try (Sender enriched = new Sender(broker.bootstrapServers(), "articles.enriched");
                    CommittedReader stories = new CommittedReader(broker.bootstrapServers(), "stories.changes")) {
                List<String> uris = new ArrayList<>();
                for (int article = 0; article < ARTICLES_PER_EVENT; article++) {
                    for (int event = 0; event < EVENTS; event++) {
                        for (String language : LANGUAGES) {
                            String uri = uri(language, event, article);
                            enriched.send(
                                    uri,
                                    enriched(uri, language, event, article, 1).toString());
                            uris.add(uri);
                        }
                    }
                    if (article == ARTICLES_PER_EVENT / 3) {
                        int seen = ALL / 10;
                        stories.readUntil(told -> told.size() >= seen, Duration.ofMinutes(2), Duration.ZERO);
                        second.kill();
                    }
                    if (article == ARTICLES_PER_EVENT * 2 / 3) {
                        second = instance(broker, "second", port);
                    }
                }
                List<ConsumerRecord<byte[], byte[]>> told = stories.readUntil(
                        seen -> joined(seen).size() >= ALL, Duration.ofMinutes(3), Duration.ofSeconds(5));

                assertThat(joined(told)).containsExactlyInAnyOrderElementsOf(uris);
                Map<String, String> storyOf = lastStories(broker);
                assertThat(storyOf).hasSize(ALL);
                eachEventIsOneStory(storyOf);
                bothAnswerForAll(first.awaitReady(), second.awaitReady(), storyOf);
            } finally {
                first.close();
                second.close();
            }
        }
    }

    @Test
    void recallsReachEveryTopicAndTheStateSurvivesARestart() throws IOException {
        try (InJvmBroker broker = InJvmBroker.start()) {
            int port = FreePorts.any();
            ServiceProcess service = instance(broker, "recalls", port).awaitReady();
            try (CommittedReader articles = new CommittedReader(broker.bootstrapServers(), "articles.stories")) {
                List<String> uris = List.of(uri("en", 1, 0), uri("en", 1, 1), uri("en", 1, 2));
                try (Sender enriched = new Sender(broker.bootstrapServers(), "articles.enriched")) {
                    for (int article = 0; article < uris.size(); article++) {
                        enriched.send(
                                uris.get(article),
                                enriched(uris.get(article), "en", 1, article, 1).toString());
                    }
                }
                articles.readUntil(seen -> seen.size() >= uris.size(), Duration.ofSeconds(30), Duration.ZERO);
                JsonNode before = story(service, uris.get(0));
                assertThat(before.path("size").asInt()).isEqualTo(3);

                service.kill();
                service = instance(broker, "recalls", port).awaitReady();
                assertThat(story(service, uris.get(0))).isEqualTo(before);

                try (Sender enriched = new Sender(broker.bootstrapServers(), "articles.enriched")) {
                    enriched.send(uris.get(0), recall(uris.get(0), "withheld"));
                    enriched.send(uris.get(1), recall(uris.get(1), "canceled"));
                    enriched.send(uris.get(2).getBytes(StandardCharsets.UTF_8), null, "");
                    // Older than the recall, on its way for long: it must not bring the article back.
                    enriched.send(
                            uris.get(0), enriched(uris.get(0), "en", 1, 0, 1).toString());
                }
                List<ConsumerRecord<byte[], byte[]>> told = articles.readUntil(
                        seen -> removed(seen).size() >= 3, Duration.ofSeconds(30), Duration.ofSeconds(2));

                assertThat(removed(told)).containsExactlyInAnyOrderElementsOf(uris);
                ServiceProcess now = service;
                assertThat(uris)
                        .allSatisfy(uri -> assertThat(now.get("/api/articles/" + encoded(uri) + "/story")
                                        .statusCode())
                                .isEqualTo(404));
                assertThat(JSON.readTree(service.get("/api/stories").body()).path("stories"))
                        .isEmpty();
                try (CommittedReader stories = new CommittedReader(broker.bootstrapServers(), "stories")) {
                    List<ConsumerRecord<byte[], byte[]>> states =
                            stories.readUntil(seen -> !seen.isEmpty(), Duration.ofSeconds(10), Duration.ofSeconds(1));
                    assertThat(value(states.get(states.size() - 1))
                                    .path("state")
                                    .asText())
                            .isEqualTo("closed");
                }
            } finally {
                service.close();
            }
        }
    }

    /** The desks of two languages write on their own: here the one that the article leaves is far behind the other. */
    @Test
    void anArticleWhoseLanguageChangesEndsInAStoryOfTheNewOneHoweverLateTheOldDeskIs() throws IOException {
        try (InJvmBroker broker = InJvmBroker.start()) {
            String uri = uri("fr", EVENTS, 0);
            int before = 400;
            // One partition, so that the second version is read after all that keeps the old desk busy.
            try (ServiceProcess service = ServiceProcess.start(
                                    "stories-moving",
                                    FreePorts.any(),
                                    settings(broker, "moving", Map.of("dateline.topics.partitions", "1")))
                            .awaitReady();
                    Sender enriched = new Sender(broker.bootstrapServers(), "articles.enriched");
                    CommittedReader articles = new CommittedReader(broker.bootstrapServers(), "articles.stories")) {
                enriched.send(uri, enriched(uri, "fr", EVENTS, 0, 1).toString());
                articles.readUntil(seen -> !seen.isEmpty(), Duration.ofSeconds(30), Duration.ZERO);
                for (int article = 0; article < before; article++) {
                    String other = uri("fr", article % EVENTS, article);
                    enriched.send(
                            other,
                            enriched(other, "fr", article % EVENTS, article, 1).toString());
                }
                enriched.send(uri, enriched(uri, "es", EVENTS, 0, 2).toString());
                List<ConsumerRecord<byte[], byte[]>> told = articles.readUntil(
                        seen -> ofEach(seen).size() > before, Duration.ofMinutes(1), Duration.ofSeconds(2));

                JsonNode last = Objects.requireNonNull(ofEach(told).get(uri));
                assertThat(last.path("story").asText()).startsWith("urn:dateline:story:es:");
                assertThat(last.has("removed")).isFalse();
                assertThat(story(service, uri).path("language").asText()).isEqualTo("es");
            }
        }
    }

    /** The last record of each article. */
    private static Map<String, JsonNode> ofEach(List<ConsumerRecord<byte[], byte[]>> assignments) {
        Map<String, JsonNode> last = new HashMap<>();
        assignments.forEach(record -> last.put(new String(record.key(), StandardCharsets.UTF_8), value(record)));
        return last;
    }

    private static ServiceProcess instance(InJvmBroker broker, String name, int port) {
        return ServiceProcess.start("stories-" + name, port, settings(broker, name, Map.of()));
    }

    private static Map<String, String> settings(InJvmBroker broker, String name, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "dateline.roles",
                "stories,console",
                "dateline.topics.create",
                "true",
                "dateline.stream.instance",
                name));
        settings.putAll(more);
        return settings;
    }

    private static String uri(String language, int event, int article) {
        return "urn:test:" + language + ":" + event + "/" + article;
    }

    /** Articles of one event share their words and their place; those of two events share only what all news shares. */
    private static ObjectNode enriched(String uri, String language, int event, int article, int version) {
        StringBuilder text = new StringBuilder("Officials in Town" + event + " said on Tuesday that ");
        for (int word = 0; word < 24; word++) {
            // A third of the words are the article's own, so that none is a copy of another.
            text.append(word % 3 == article % 3 ? "own" + article + "x" + word : "thing" + event + "y" + word)
                    .append(word % 8 == 7 ? ". Then " : " ");
        }
        ObjectNode json = JSON.createObjectNode()
                .put("uri", uri)
                .put("version", Integer.toString(version))
                .put("pubStatus", "usable")
                .put("language", language)
                .put(
                        "versionCreated",
                        MORNING.plus(Duration.ofMinutes(event + article)).toString())
                .put("text", text.toString());
        json.putArray("infoSources").addObject().put("name", "Outlet " + article);
        json.putArray("textParts");
        json.putArray("sentences");
        json.putArray("annotations");
        json.putArray("entities")
                .addObject()
                .put("id", "urn:dateline:location:town" + event)
                .put("type", "location")
                .put("name", "Town" + event)
                .put("salience", 0.8);
        json.putArray("topics");
        return json;
    }

    private static String recall(String uri, String status) {
        return JSON.createObjectNode()
                .put("uri", uri)
                .put("version", "2")
                .put("pubStatus", status)
                .toString();
    }

    private static JsonNode value(ConsumerRecord<byte[], byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** Articles that opened or joined a story, as often as they did. */
    private static List<String> joined(List<ConsumerRecord<byte[], byte[]>> changes) {
        return changes.stream()
                .map(StoriesIT::value)
                .filter(change -> Set.of("opened", "joined")
                        .contains(change.path("change").asText()))
                .map(change -> change.path("articleUri").asText())
                .toList();
    }

    private static Set<String> removed(List<ConsumerRecord<byte[], byte[]>> assignments) {
        return assignments.stream()
                .map(StoriesIT::value)
                .filter(assignment -> assignment.path("removed").asBoolean())
                .map(assignment -> assignment.path("articleUri").asText())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> lastStories(InJvmBroker broker) {
        Map<String, String> storyOf = new HashMap<>();
        try (CommittedReader reader = new CommittedReader(broker.bootstrapServers(), "articles.stories")) {
            reader.readUntil(seen -> seen.size() >= ALL, Duration.ofSeconds(30), Duration.ofSeconds(1))
                    .forEach(record -> storyOf.put(
                            new String(record.key(), StandardCharsets.UTF_8),
                            value(record).path("story").asText()));
        }
        return storyOf;
    }

    private static void eachEventIsOneStory(Map<String, String> storyOf) {
        Set<String> stories = new HashSet<>();
        for (String language : LANGUAGES) {
            for (int event = 0; event < EVENTS; event++) {
                Set<String> ofEvent = new HashSet<>();
                for (int article = 0; article < ARTICLES_PER_EVENT; article++) {
                    ofEvent.add(storyOf.getOrDefault(uri(language, event, article), ""));
                }
                assertThat(ofEvent)
                        .as("stories of event %d in %s", event, language)
                        .hasSize(1);
                stories.addAll(ofEvent);
            }
        }
        assertThat(stories).hasSize(LANGUAGES.size() * EVENTS);
    }

    private static void bothAnswerForAll(ServiceProcess first, ServiceProcess second, Map<String, String> storyOf) {
        String uri = uri("de", 3, 4);
        String id = storyOf.getOrDefault(uri, "");
        List<Function<ServiceProcess, HttpResponse<String>>> questions = List.of(
                instance -> instance.get("/api/stories/" + encoded(id)),
                instance -> instance.get("/api/articles/" + encoded(uri) + "/story"),
                instance -> instance.get("/api/stories?limit=100&lang=fr"),
                instance -> instance.get("/api/stories?limit=150"),
                instance -> instance.get("/api/stories?entity=urn:dateline:location:town7"));
        for (Function<ServiceProcess, HttpResponse<String>> question : questions) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> question.apply(first).statusCode() == 200
                            && question.apply(second).statusCode() == 200);
            assertThat(question.apply(first).body())
                    .isEqualTo(question.apply(second).body());
        }
        assertThat(pages(first)).hasSize(LANGUAGES.size() * EVENTS).doesNotHaveDuplicates();
    }

    /** Ids of all stories, page by page. */
    private static List<String> pages(ServiceProcess service) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            try {
                JsonNode page = JSON.readTree(
                        service.get("/api/stories?limit=100" + after).body());
                page.path("stories").forEach(story -> ids.add(story.path("id").asText()));
                after = page.has("next") ? "&after=" + encoded(page.path("next").asText()) : "";
            } catch (IOException malformed) {
                throw new AssertionError(malformed);
            }
        } while (!after.isEmpty());
        return ids;
    }

    private static JsonNode story(ServiceProcess service, String uri) throws IOException {
        JsonNode assignment = JSON.readTree(
                service.get("/api/articles/" + encoded(uri) + "/story").body());
        return JSON.readTree(
                service.get("/api/stories/" + encoded(assignment.path("story").asText()))
                        .body());
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }
}
