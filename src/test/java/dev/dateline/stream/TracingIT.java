package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A sender's trace through the service, as a collector for OTLP sees it. */
class TracingIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final byte[] TRACE_BYTES = HexFormat.of().parseHex(TRACE);

    @Test
    void oneTraceFromTheSenderToTheStory() throws IOException {
        Queue<byte[]> exported = new ConcurrentLinkedQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", request -> {
            byte[] body = request.getRequestBody().readAllBytes();
            boolean zipped = "gzip".equals(request.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream plain =
                    zipped ? new GZIPInputStream(new ByteArrayInputStream(body)) : new ByteArrayInputStream(body)) {
                exported.add(plain.readAllBytes());
            }
            request.sendResponseHeaders(200, -1);
            request.close();
        });
        collector.start();
        try (InJvmBroker broker = InJvmBroker.start();
                ServiceProcess service = ServiceProcess.start(
                                "tracing",
                                FreePorts.any(),
                                Map.of(
                                        "kafka.bootstrap.servers",
                                        broker.bootstrapServers(),
                                        "dateline.topics.create",
                                        "true",
                                        "dateline.enrich.without",
                                        "topics",
                                        "quarkus.otel.sdk.disabled",
                                        "false",
                                        "quarkus.otel.bsp.schedule.delay",
                                        "200ms",
                                        "quarkus.otel.exporter.otlp.protocol",
                                        "http/protobuf",
                                        "quarkus.otel.exporter.otlp.endpoint",
                                        "http://localhost:"
                                                + collector.getAddress().getPort()))
                        .awaitReady()) {
            send(broker.bootstrapServers());
            for (String topic : List.of("articles.enriched", "stories")) {
                try (CommittedReader reader = new CommittedReader(broker.bootstrapServers(), topic)) {
                    ConsumerRecord<byte[], byte[]> record = reader.readUntil(
                                    seen -> !seen.isEmpty(), Duration.ofSeconds(30), Duration.ZERO)
                            .get(0);
                    assertThat(CommittedReader.header(record, "traceparent")).startsWith("00-" + TRACE + "-");
                }
            }
            Awaitility.await("the spans of the trace, and of the transaction that links to it")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> {
                        assertThat(carrying(exported, "process articles")).isTrue();
                        assertThat(carrying(exported, "process dateline-stories-by-language-repartition"))
                                .isTrue();
                        assertThat(carrying(exported, "commit articles")).isTrue();
                    });
            assertThat(service.get("/q/metrics", "application/openmetrics-text; version=1.0.0; charset=utf-8")
                            .body())
                    .as("an exemplar leads from a slow bucket to its trace")
                    .containsPattern(
                            "dateline_stage_duration_seconds_bucket\\{[^}]*\\} [0-9.]+ # \\{[^}]*trace_id=\"" + TRACE);
        } finally {
            collector.stop(0);
        }
    }

    private static void send(String bootstrapServers) {
        ProducerRecord<String, String> article = new ProducerRecord<>(
                "articles",
                "urn:test:traced",
                "{\"uri\": \"urn:test:traced\", \"headline\": \"Mayor Ana Ruiz opens the harbour bridge in Porto\"}");
        article.headers()
                .add("traceparent", ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(StandardCharsets.US_ASCII));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            producer.send(article);
        }
    }

    /** Whether an export holds both the trace's id and a span of that name. */
    private static boolean carrying(Queue<byte[]> exported, String span) {
        return exported.stream()
                .anyMatch(body -> contains(body, TRACE_BYTES) && contains(body, span.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean contains(byte[] body, byte[] part) {
        return new String(body, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
