package dev.dateline.stream;

import dev.dateline.broker.Directory;
import dev.dateline.broker.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged service as a process of its own, to be killed and started again. */
public final class ServiceProcess implements AutoCloseable {
    /** Of this run only: the state of a broker that is gone misleads. */
    private static final Path STATES = states();

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;

    private ServiceProcess(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    private static Path states() {
        Directory states = Directory.temporary();
        Runtime.getRuntime().addShutdownHook(new Thread(states::release));
        return states.path();
    }

    /** @param settings configuration properties by name */
    public static ServiceProcess start(String name, int port, Map<String, String> settings) {
        return start(name, port, FreePorts.any(), java(), settings);
    }

    /** With a port of health and metrics that is known before. */
    public static ServiceProcess start(String name, int port, int managementPort, Map<String, String> settings) {
        return start(name, port, managementPort, java(), settings);
    }

    private static List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g");
    }

    /** @param java the command that runs Java, with options of the JVM */
    public static ServiceProcess start(String name, int port, List<String> java, Map<String, String> settings) {
        return start(name, port, FreePorts.any(), java, settings);
    }

    private static ServiceProcess start(
            String name, int port, int managementPort, List<String> java, Map<String, String> settings) {
        List<String> command = new ArrayList<>(java);
        command.add("-Ddateline.stories.state-dir=" + STATES.resolve(name + "-" + port));
        settings.forEach((property, value) -> command.add("-D" + property + "=" + value));
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + managementPort);
        command.add("-jar");
        command.add(JAR.toString());
        try {
            Path log = Path.of("target/it", name + ".log");
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ServiceProcess(process, port, managementPort, log);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start the service; was it packaged?", failed);
        }
    }

    public ServiceProcess awaitReady() {
        return awaitReady(Duration.ofSeconds(60));
    }

    /** For where several start at once. */
    public ServiceProcess awaitReady(Duration atMost) {
        Awaitility.await("ready")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !process.isAlive() || status("/q/health/ready") == 200);
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended with exit code " + process.exitValue());
        }
        return this;
    }

    /** Of health and metrics. */
    public int managementPort() {
        return managementPort;
    }

    private int port(String path) {
        return path.startsWith("/q/health") || path.startsWith("/q/metrics") ? managementPort : port;
    }

    public int status(String path) {
        try {
            return get(path).statusCode();
        } catch (UncheckedIOException notYet) {
            return -1;
        }
    }

    public HttpResponse<String> get(String path) {
        return get(path, "*/*");
    }

    HttpResponse<String> get(String path, String accept) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port(path) + path))
                            .header("Accept", accept)
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the process has written so far, and earlier ones of its name in this build. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    /** SIGTERM; returns how long the process took to end. */
    public Duration terminate() {
        long begun = System.nanoTime();
        process.destroy();
        awaitEnd(Duration.ofSeconds(40));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void awaitEnd(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the service did not end within " + within);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
