package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import dev.dateline.enrich.Enricher;
import dev.dateline.example.HashtagEnricher;
import dev.dateline.ops.Meters;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged service as its operators meet it: over HTTP and Kafka. */
class ServiceIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PORT = FreePorts.any();
    private static final String BASE = "http://localhost:" + PORT;

    private static InJvmBroker broker;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws IOException {
        broker = InJvmBroker.start();
        service = ServiceProcess.start(
                        "service",
                        PORT,
                        Map.of(
                                "kafka.bootstrap.servers", broker.bootstrapServers(),
                                "dateline.topics.create", "true",
                                "dateline.console.ingest", "true",
                                "dateline.console.enrich", "true",
                                "dateline.log.json", "true",
                                "dateline.enrich.extensions", extensions().toString(),
                                "dateline.enrich.knowledge-base",
                                        own(
                                                "knowledge.tsv",
                                                "id\ttype\tname\nhttps://example.org/people/17\tperson\tHugo Stein\n"),
                                "dateline.enrich.taxonomies.desk", own("desk.tsv", "code\tlabel\ncity\tCity desk\n"),
                                "quarkus.security.users.embedded.users.desk", "secret",
                                "quarkus.security.users.embedded.roles.desk", "publisher"))
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        assertThat(service.terminate()).as("time to drain").isLessThan(Duration.ofSeconds(25));
        broker.close();
    }

    @Test
    void aDeadLetterCanBeLookedAtAndSentBackButNotForEver() throws Exception {
        String key = "urn:test:letter";
        String bytes = "{\"uri\": \"urn:test:letter\", \"body\": 7}";
        try (Sender sender = new Sender(broker.bootstrapServers(), "articles")) {
            sender.send(key, bytes);
        }
        assertThat(asked("GET", "/api/dead-letters", "").statusCode()).isEqualTo(401);
        for (int replays = 0; replays <= 3; replays++) {
            int times = replays;
            Awaitility.await("letter sent back " + replays + " times")
                    .atMost(SOON)
                    .until(() -> letter(key, times).isPresent());
            JsonNode letter = letter(key, replays).orElseThrow();
            String at = "/api/dead-letters/" + letter.path("partition") + "/" + letter.path("offset");
            JsonNode opened = JSON.readTree(asked("GET", at, "desk:secret").body());
            assertThat(Base64.getDecoder().decode(opened.path("value").asText()))
                    .isEqualTo(bytes.getBytes(StandardCharsets.UTF_8));
            assertThat(opened.at("/headers/dead-letter-code").asText()).isEqualTo("UNKNOWN_FORMAT");

            assertThat(asked("POST", at + "/replay", "").statusCode()).isEqualTo(401);
            assertThat(asked("POST", at + "/replay", "desk:secret").statusCode())
                    .isEqualTo(replays < 3 ? 202 : 409);
        }
        assertThat(asked("GET", "/api/dead-letters/0/123456", "desk:secret").statusCode())
                .isEqualTo(404);
    }

    private static Optional<JsonNode> letter(String key, int replays) throws Exception {
        for (JsonNode letter :
                JSON.readTree(asked("GET", "/api/dead-letters?code=UNKNOWN_FORMAT&limit=500", "desk:secret")
                        .body())) {
            if (letter.path("key").asText().equals(key)
                    && letter.path("replays").asInt() == replays) {
                return Optional.of(letter);
            }
        }
        return Optional.empty();
    }

    /** @param credentials user and password; empty for none */
    private static HttpResponse<String> asked(String method, String path, String credentials) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(BASE + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (!credentials.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void anArticlePostedOverHttpComesOutEnrichedAndOnTheFeed() throws Exception {
        BlockingQueue<String> feed = new LinkedBlockingQueue<>();
        CompletableFuture<Void> listening = listen(feed);
        Awaitility.await("the feed is open")
                .atMost(SOON)
                .until(() -> service.get("/q/metrics").body().contains("dateline_feed_clients 1.0"));
        String article = Sender.article(
                "urn:posted", "1", "The finance minister presented the budget to parliament in Lisbon on Monday.");

        HttpResponse<String> response = post(article, "desk:secret");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        JsonNode enriched =
                JSON.readTree(find("articles.enriched", "urn:posted").value());
        assertThat(enriched.get("detectedLanguage").get("tag").asText()).isEqualTo("en");
        assertThat(enriched.get("text").asText()).startsWith("Bridge opens\n\nThe finance minister");
        Awaitility.await("the feed tells it")
                .atMost(SOON)
                .until(() -> feed.stream().anyMatch(line -> line.startsWith("data:") && line.contains("urn:posted")));
        assertThat(feed).contains("event:enriched").anyMatch(line -> line.startsWith("id:articles.enriched/"));
        listening.cancel(true);
    }

    @Test
    void anEnricherOfTheOperatorsOwnJoinsTheList() throws IOException {
        try (Sender sender = new Sender(broker.bootstrapServers(), "articles")) {
            sender.send("urn:tagged", Sender.article("urn:tagged", "1", "Crowds \uD83C\uDF89 met under #Ponte today."));
        }

        JsonNode enriched =
                JSON.readTree(find("articles.enriched", "urn:tagged").value());

        assertThat(enriched.get("annotations"))
                .filteredOn(each -> each.get("kind").asText().equals("hashtag"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.get("exact").asText()).isEqualTo("#Ponte");
                    assertThat(each.get("tag").asText()).isEqualTo("Ponte");
                    assertThat(each.get("by").get("stage").asText()).isEqualTo("hashtags");
                });
    }

    @Test
    void nobodyPostsWithoutBeingKnown() throws Exception {
        assertThat(post(Sender.article("urn:x", "1", "Text."), "desk:wrong").statusCode())
                .isEqualTo(401);
        assertThat(HTTP.send(
                                HttpRequest.newBuilder(URI.create(BASE + "/api/articles"))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anArticleEnrichedOverHttpReadsAsItWouldOnTheTopic() throws Exception {
        String article = Sender.article("urn:tried", "1", "Ana Ruiz met ministers in Lisbon on Monday.");
        try (Sender sender = new Sender(broker.bootstrapServers(), "articles")) {
            sender.send("urn:tried", article);
        }

        HttpResponse<String> tried = send("/api/enrich", article, "desk:secret");

        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(tried.body())
                .isEqualTo(new String(find("articles.enriched", "urn:tried").value(), StandardCharsets.UTF_8));
    }

    @Test
    void aTryThatCannotBeEnrichedIsToldWhy() throws Exception {
        HttpResponse<String> tried = send("/api/enrich", "[1, 2", "desk:secret");

        assertThat(tried.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(tried.body()).get("code").asText()).isEqualTo("NOT_JSON");
    }

    @Test
    void aPostThatCouldNeverBeEnrichedIsRefusedWithItsCode() throws Exception {
        HttpResponse<String> response = post("{\"uri\": \"urn:x\"}", "desk:secret");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).get("code").asText()).isEqualTo("NO_TEXT");
    }

    @Test
    void everyMeterIsPublishedAndEachRecordCountsOnce() throws IOException {
        try (Sender sender = new Sender(broker.bootstrapServers(), "articles")) {
            sender.send("urn:counted", Sender.article("urn:counted", "1", "The council met in the town hall."));
            sender.send("urn:bad".getBytes(StandardCharsets.UTF_8), "{".getBytes(StandardCharsets.UTF_8), "");
        }
        find("articles.enriched", "urn:counted");
        find("articles.deadletter", "urn:bad");

        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            String metrics = service.get("/q/metrics").body();
            assertThat(metrics)
                    .contains("dateline_articles_total{code=\"not-json\",lane=\"live\",outcome=\"dead-lettered\"} 1.0")
                    .contains("dateline_stage_duration_seconds_bucket{result=\"ok\",stage=\"language\"")
                    .contains("kafka_consumer_fetch_manager_records_consumed_total");
            for (Meters meter : Meters.values()) {
                if (meter != Meters.TRANSACTION_ABORTS) {
                    assertThat(metrics).contains(meter.id().replace('.', '_'));
                }
            }
        });
    }

    @Test
    void healthOpenApiAsyncApiAndSchemasAreServed() throws IOException {
        for (String path : List.of(
                "/q/health/started",
                "/q/health/ready",
                "/q/health/live",
                "/q/openapi",
                "/asyncapi.json",
                "/schemas/article-enriched.schema.json")) {
            assertThat(service.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aWrongValueStopsTheStartAndNamesThePropertyAndItsRange() {
        ServiceProcess wrong = ServiceProcess.start(
                "wrong-value",
                FreePorts.any(),
                Map.of(
                        "kafka.bootstrap.servers",
                        broker.bootstrapServers(),
                        "dateline.stream.batch-max-articles",
                        "0"));

        Awaitility.await().atMost(SOON).until(() -> !wrong.isAlive());

        assertThat(wrong.log()).contains("dateline.stream.batch-max-articles").contains("greater than or equal to 1");
    }

    @Test
    void aProcessWithoutTheConsoleHasNeitherFeedNorApi() {
        try (ServiceProcess enricher = ServiceProcess.start(
                        "enrich-only",
                        FreePorts.any(),
                        Map.of(
                                "kafka.bootstrap.servers", broker.bootstrapServers(),
                                "dateline.stream.group", "another",
                                "dateline.roles", "enrich"))
                .awaitReady()) {
            assertThat(enricher.status("/api/feed")).isEqualTo(404);
            assertThat(enricher.log()).contains("channel `feed` disabled");
        }
    }

    @Test
    void theLogIsJsonWhenAskedFor() throws IOException {
        String line = service.log()
                .lines()
                .filter(each -> each.contains("Enrichment ready"))
                .findFirst()
                .orElseThrow();

        assertThat(JSON.readTree(line).get("level").asText()).isEqualTo("INFO");
    }

    /** A file of the operator's; its meters are there only with it. */
    private static String own(String name, String lines) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "it"));
        return Files.writeString(folder.resolve(name), lines).toAbsolutePath().toString();
    }

    /** A folder with the example's jar, packed as its author would. */
    private static Path extensions() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/it/extensions"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("hashtags.jar")))) {
            String type = HashtagEnricher.class.getName();
            String file = type.replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(file));
            try (InputStream compiled = HashtagEnricher.class.getResourceAsStream("/" + file)) {
                compiled.transferTo(jar);
            }
            jar.putNextEntry(new JarEntry("META-INF/services/" + Enricher.class.getName()));
            jar.write(type.getBytes(StandardCharsets.UTF_8));
        }
        return folder.toAbsolutePath();
    }

    private static HttpResponse<String> post(String article, String user) throws IOException, InterruptedException {
        return send("/api/articles", article, user);
    }

    private static HttpResponse<String> send(String path, String article, String user)
            throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(BASE + path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + credentials)
                        .POST(HttpRequest.BodyPublishers.ofString(article))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static CompletableFuture<Void> listen(BlockingQueue<String> lines) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(BASE + "/api/feed")).build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAcceptAsync(response -> response.body().forEach(lines::add));
    }

    private static ConsumerRecord<byte[], byte[]> find(String topic, String key) {
        try (CommittedReader reader = new CommittedReader(broker.bootstrapServers(), topic)) {
            return reader
                    .readUntil(seen -> seen.stream().anyMatch(each -> keyed(each, key)), SOON, Duration.ZERO)
                    .stream()
                    .filter(each -> keyed(each, key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean keyed(ConsumerRecord<byte[], byte[]> found, String key) {
        return key.equals(new String(found.key(), StandardCharsets.UTF_8));
    }
}
