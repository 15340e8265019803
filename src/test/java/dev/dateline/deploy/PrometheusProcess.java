package dev.dateline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.broker.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A real Prometheus with our rules, scraping one service every second unless told otherwise. */
final class PrometheusProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final int port;

    private PrometheusProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static PrometheusProcess start(Tool prometheus, Path folder, int servicePort) throws IOException {
        return start(prometheus, folder, 1, servicePort);
    }

    /** Scraping several, not all of which need to be there. */
    static PrometheusProcess start(Tool prometheus, Path folder, int everySeconds, int... servicePorts)
            throws IOException {
        Files.createDirectories(folder);
        // The rules as they are, only evaluated more often than each half minute.
        Files.writeString(
                folder.resolve("rules.yaml"),
                Manifests.read(Manifests.DEPLOY.resolve("prometheus/rules.yaml"))
                        .replace("interval: 30s", "interval: 1s"));
        Files.writeString(folder.resolve("prometheus.yml"), """
            global: {scrape_interval: %ds}
            rule_files: [rules.yaml]
            scrape_configs:
              - job_name: dateline
                metrics_path: /q/metrics
                static_configs:
                  - targets: [%s]
                    labels: {namespace: it, role: all}
            """.formatted(
                        everySeconds,
                        Arrays.stream(servicePorts)
                                .mapToObj(port -> "\"localhost:" + port + "\"")
                                .collect(Collectors.joining(", "))));
        int port = FreePorts.any();
        Process process = new ProcessBuilder(
                        prometheus.program().toString(),
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=data-" + port,
                        "--web.listen-address=127.0.0.1:" + port)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new PrometheusProcess(process, port);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /**
     * The values of an instant query, NaN left out; empty while Prometheus does not answer yet.
     *
     * @throws IllegalStateException if Prometheus refuses the query
     */
    List<Double> values(String query) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/api/v1/query"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        try {
            JsonNode answer = JSON.readTree(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (!answer.path("status").asText().equals("success")) {
                throw new IllegalStateException(
                        query + ": " + answer.path("error").asText());
            }
            List<Double> values = new ArrayList<>();
            for (JsonNode series : answer.at("/data/result")) {
                double value = Double.parseDouble(series.at("/value/1").asText().replace("Inf", "Infinity"));
                if (!Double.isNaN(value)) {
                    values.add(value);
                }
            }
            return values;
        } catch (java.net.ConnectException notYet) {
            return List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
