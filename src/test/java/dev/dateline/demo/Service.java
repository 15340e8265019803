package dev.dateline.demo;

import dev.dateline.broker.Directory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own. */
final class Service {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final Directory state;

    private Service(Process process, Path log, int port, int managementPort, Directory state) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
        this.state = state;
    }

    static Service start(Path jar, Path log, String bootstrapServers, int port, int managementPort) {
        if (!Files.isRegularFile(jar)) {
            throw new DemoException("the service is not packaged: no " + jar);
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        builder.environment().put("DATELINE_TOPICS_CREATE", "true");
        builder.environment().put("DATELINE_CONSOLE_ENRICH", "true");
        // It listens to this machine only.
        builder.environment().put("DATELINE_CONSOLE_ENRICH_FOR_ANYBODY", "true");
        // Of its own: the broker's data is gone with the demo, and the state of one that has gone misleads the next.
        Directory state = Directory.temporary();
        builder.environment().put("DATELINE_STORIES_STATE_DIR", state.path().toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new Service(builder.start(), log, port, managementPort, state);
        } catch (IOException failure) {
            throw new DemoException("cannot start the service: " + failure.getMessage(), failure);
        }
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** Of health and metrics. */
    String managementUrl(String path) {
        return "http://localhost:" + managementPort + path;
    }

    /** The exit code, once it has one. */
    CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Returns when it can do its work, or because it has ended. */
    void awaitReady() throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(URI.create(managementUrl("/q/health/ready")))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "no answer";
        while (process.isAlive()) {
            try {
                HttpResponse<String> answer = client.send(question, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return;
                }
                last = answer.body().replaceAll("\\s+", " ");
            } catch (IOException notYet) {
                last = "no answer";
            }
            if (System.nanoTime() > end) {
                throw new DemoException("the service is not ready after " + PATIENCE.toSeconds() + " s (" + last
                        + "); its log: " + log);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        state.release();
    }
}
