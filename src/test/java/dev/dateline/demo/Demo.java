package dev.dateline.demo;

import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows the service at work on one machine. Started from the project's directory after packaging. Where the environment names
 * a cluster ({@code KAFKA_BOOTSTRAP_SERVERS}), it is used and no broker is started. Ctrl-C ends it; it ends itself, with exit
 * code 1, when the service does.
 */
public final class Demo {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path LOG = Path.of("target", "demo", "service.log");
    private static final Path SAMPLES = Path.of("src", "test", "resources", "samples");
    private static final Duration PACE = Duration.ofMillis(500);
    private static final int USUAL_PORT = 8080;
    private static final int USUAL_MANAGEMENT_PORT = 9000;
    /** Ctrl-C reaches the service as well as us, and the service may be first to end. */
    private static final Duration SIGNAL_SKEW = Duration.ofSeconds(1);

    private static final Duration START_GRACE = Duration.ofSeconds(15);

    private final Teardown teardown = new Teardown();
    private final CountDownLatch started = new CountDownLatch(1);
    private final long startedMillis = System.currentTimeMillis();

    private Demo() {}

    public static void main(String[] args) throws InterruptedException {
        // Headlines are in many scripts, whatever the locale says.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        Demo demo = new Demo();
        Runtime.getRuntime().addShutdownHook(new Thread(demo::end, "teardown"));
        try {
            demo.run();
        } catch (RuntimeException | Error failure) {
            // Once the end has begun, whatever was being started fails in its own way.
            if (!demo.teardown.hasBegun()) {
                demo.started.countDown();
                System.err.println("The demo cannot go on: " + failure.getMessage());
                System.exit(1);
            }
        } finally {
            demo.started.countDown();
        }
        new CountDownLatch(1).await();
    }

    /** A Ctrl-C while the broker is starting finds nothing to stop yet: wait for it, or its data would stay behind. */
    private void end() {
        teardown.run();
        try {
            var unused = started.await(START_GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws InterruptedException {
        String servers = cluster();
        Service service = Service.start(
                JAR, LOG, servers, FreePorts.preferring(USUAL_PORT), FreePorts.preferring(USUAL_MANAGEMENT_PORT));
        teardown.add(service::stop);
        System.out.println("The service starts; its log: " + LOG.toAbsolutePath());
        var unused = service.exit().thenAccept(this::serviceEnded);
        service.awaitReady();
        System.out.printf(
                "Look at %s %s %s%n",
                service.url("/api/feed"), service.managementUrl("/q/metrics"), service.managementUrl("/q/health"));
        System.out.printf(
                "Kafka at %s; read a topic: kcat -b %s -t %s -C -o beginning%n", servers, servers, DemoTopics.ENRICHED);
        System.out.println("Ctrl-C stops it all.");
        Sent sent = new Sent();
        Screen screen = new Screen(servers, sent, startedMillis);
        teardown.add(screen::stop);
        screen.start();
        Feed feed = new Feed(servers, SampleFiles.read(SAMPLES), sent);
        teardown.add(feed::stop);
        feed.start(PACE);
    }

    private String cluster() {
        String given = System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
        if (!given.isBlank()) {
            System.out.println("Using the Kafka cluster at " + given);
            return given;
        }
        System.out.println("Starting a Kafka broker in this JVM");
        InJvmBroker broker = InJvmBroker.start();
        teardown.add(broker);
        return broker.bootstrapServers();
    }

    private void serviceEnded(int exitCode) {
        try {
            TimeUnit.MILLISECONDS.sleep(SIGNAL_SKEW.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!teardown.hasBegun()) {
            System.err.println("The service ended with exit code " + exitCode + "; its log: " + LOG.toAbsolutePath());
            System.exit(1);
        }
    }
}
