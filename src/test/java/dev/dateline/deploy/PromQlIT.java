package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import dev.dateline.stream.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The risk: a rule or a panel that asks for what the service does not tell, and so stays silent for good. */
class PromQlIT {
    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(=~|!=|!~|=)\"");

    private int wave;

    @Test
    void everyQueryOfDashboardsAndRulesIsAnsweredByTheRunningService() throws IOException {
        Tool prometheus = Tool.named("prometheus");
        List<PromQl> panels =
                PromQl.ofDashboards().stream().map(PromQl::filledIn).toList();
        try (InJvmBroker broker = InJvmBroker.start()) {
            // Small enough to refuse one of the articles below: that makes an aborted batch.
            broker.createTopics(List.of(
                    new NewTopic("articles.enriched", 6, (short) 1).configs(Map.of("max.message.bytes", "60000"))));
            int port = FreePorts.any();
            try (ServiceProcess service = ServiceProcess.start("promql", port, settings(broker));
                    PrometheusProcess scraping =
                            PrometheusProcess.start(prometheus, Path.of("target/promql"), service.managementPort())) {
                service.awaitReady();
                visitFeed(port);
                answer(broker, scraping, panels);
                answer(broker, scraping, recorded());
                selectorsOfAlertsFindSeries(scraping);
                write(scraping, panels);
            }
        }
    }

    private static Map<String, String> settings(InJvmBroker broker) {
        return Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "dateline.topics.create",
                "true",
                "dateline.stories.state-dir",
                Path.of("target/promql/state").toString());
    }

    /** The gauge of the feed's clients is there from the first client on. */
    private static void visitFeed(int port) throws IOException {
        URI feed = URI.create("http://localhost:" + port + "/api/feed");
        try {
            // The answer has no end: its head is enough.
            HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(feed).build(), HttpResponse.BodyHandlers.ofInputStream())
                    .body()
                    .close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(InJvmBroker broker, PrometheusProcess scraping, List<PromQl> queries) {
        List<PromQl> unanswered = new ArrayList<>(queries);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            Awaitility.await("an answer to each query")
                    .atMost(WITHIN)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> {
                        send(producer);
                        unanswered.removeIf(
                                query -> !scraping.values(query.expression()).isEmpty());
                        return unanswered.isEmpty();
                    });
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer) {
        wave++;
        String uri = "urn:promql:" + wave;
        producer.send(record("articles", uri, article(uri, "Mayor Ana Ruiz opened the harbour bridge in Lisbon.")));
        producer.send(record(
                "articles.backfill", uri, article(uri, "La maire a inauguré le pont du port mardi matin à Lyon.")));
        producer.send(record("articles", uri + ":cut", "{\"uri\": \"cut"));
        producer.send(record("articles", uri + ":killed", null));
        // Nobody but the enrichment should write there; the stories leave it out.
        producer.send(record("articles.enriched", uri + ":strange", "no article"));
        if (wave % 5 == 1) {
            byte[] noise = new byte[100_000];
            new Random(wave).nextBytes(noise);
            producer.send(record(
                    "articles",
                    uri + ":long",
                    article(uri + ":long", HexFormat.of().formatHex(noise))));
        }
        producer.flush();
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, @Nullable String value) {
        return new ProducerRecord<>(
                topic,
                key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private static String article(String uri, String body) {
        return """
                {"uri": "%s", "version": "1", "versioncreated": "2026-01-02T03:04:05Z", "headline": "Bridge opens",
                 "body": "%s"}
                """.formatted(uri, body);
    }

    private static List<PromQl> recorded() {
        return PromQl.rules().stream()
                .filter(rule -> rule.has("record"))
                .map(rule -> rule.get("record").asText())
                .map(name -> new PromQl(name, name))
                .toList();
    }

    /** An alert is silent when all is well, but each series it looks at must be there, with each label it asks for. */
    private static void selectorsOfAlertsFindSeries(PrometheusProcess scraping) {
        List<String> silent = new ArrayList<>();
        for (PromQl rule : PromQl.ofRules()) {
            scraping.values(rule.expression());
            for (String selector : rule.selectors()) {
                String metric = selector.replaceAll("\\s*\\{.*", "");
                List<String> queries = new ArrayList<>(List.of("count(" + metric + ")"));
                LABEL.matcher(selector)
                        .results()
                        .map((MatchResult label) -> "count(" + metric + "{" + label.group(1) + "!=\"\"})")
                        .forEach(queries::add);
                queries.stream()
                        .filter(query -> scraping.values(query).isEmpty())
                        .forEach(query -> silent.add(rule.where() + ": " + query));
            }
        }
        assertThat(silent).isEmpty();
    }

    private static void write(PrometheusProcess scraping, List<PromQl> panels) throws IOException {
        List<String> lines = new ArrayList<>();
        List<PromQl> all = new ArrayList<>(panels);
        all.addAll(PromQl.ofRules());
        for (PromQl query : all) {
            List<Double> values = scraping.values(query.expression());
            String value = Optional.of(new TreeSet<>(values))
                    .filter(sorted -> !sorted.isEmpty())
                    .map(sorted -> values.size() + " series, " + sorted.first() + " to " + sorted.last())
                    .orElse("no series (an alert that is silent)");
            lines.add(query.where() + "\n    " + query.expression().replaceAll("\\s+", " ") + "\n    = " + value);
        }
        Files.write(Path.of("target/promql.txt"), lines);
    }
}
