package dev.dateline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.broker.FreePorts;
import dev.dateline.stream.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.awaitility.Awaitility;

/** Brokers, services, a feeder and the verifier: what every scenario needs. */
final class Rig implements AutoCloseable {
    /** What costs start-up and time, and adds nothing to what is tested here. */
    static final Map<String, String> CHEAP =
            Map.of("dateline.roles", "enrich", "dateline.enrich.without", "entities,quotes,topics,amounts,dates");
    /** All stages, and the stories. */
    static final Map<String, String> EVERYTHING = Map.of("dateline.roles", "enrich,stories");

    /** On a machine that others use too. */
    static final Duration READY_WITHIN = Duration.ofMinutes(4);

    private static final Duration PROGRESS_WITHIN = Duration.ofMinutes(5);

    private final String name;
    private final boolean stories;
    private final Cluster cluster;
    private final Path sent;
    private final Feeder feeder;
    private final Arrivals arrivals;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private final List<Long> faults = new ArrayList<>();
    private final Random random = new Random(3);
    /** Quick to start, on few processors. */
    private List<String> java = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Map<String, String> environment = Map.of();
    private String heap = "1g";

    private Rig(String name, int nodes, double perSecond, boolean stories, boolean large) {
        this.name = name;
        this.stories = stories;
        this.cluster = Cluster.start(name, nodes);
        // Stories are computed again from the order of one partition.
        createTopics(stories ? 1 : 6, large ? 60_000 : 16 << 20);
        sent = JavaProgram.LOGS.resolve(name + "-sent.jsonl");
        feeder = new Feeder(cluster.bootstrap(), sent, perSecond, large);
        arrivals = new Arrivals(cluster.bootstrap());
    }

    static Rig of(String name, double perSecond) {
        return new Rig(name, 1, perSecond, false, false);
    }

    static Rig withStories(String name, double perSecond) {
        return new Rig(name, 1, perSecond, true, false);
    }

    static Rig ofThreeNodes(String name, double perSecond) {
        return new Rig(name, 3, perSecond, false, false);
    }

    static Rig whoseOutputsRefuseLargeOnes(String name, double perSecond) {
        return new Rig(name, 1, perSecond, false, true);
    }

    private void createTopics(int enrichedPartitions, int mostBytes) {
        String large = Integer.toString(16 << 20);
        List<NewTopic> topics = new ArrayList<>();
        for (String topic : List.of(
                "articles",
                "articles.backfill",
                "articles.deadletter",
                "entities",
                "topics",
                "quotes",
                "articles.stories",
                "stories",
                "stories.changes")) {
            topics.add(new NewTopic(topic, Optional.of(6), Optional.empty())
                    .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, large)));
        }
        topics.add(new NewTopic("articles.enriched", Optional.of(enrichedPartitions), Optional.empty())
                .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(mostBytes))));
        try (Admin admin = cluster.admin()) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Cluster cluster() {
        return cluster;
    }

    Feeder feeder() {
        return feeder;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** For services started from now on. */
    void environment(Map<String, String> variables) {
        environment = variables;
    }

    /** For services started from now on. */
    void heap(String most) {
        heap = most;
    }

    /** Services started from now on are compiled in full, as in production. */
    void fullSpeed() {
        java = List.of();
    }

    private List<String> command() {
        // By env, which becomes the process it starts.
        List<String> command = new ArrayList<>(List.of("env"));
        environment.forEach((variable, value) -> command.add(variable + "=" + value));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(java);
        return command;
    }

    /** Starts a service; a later start of the same name has the same settings and port. */
    ServiceProcess start(String instance, Map<String, String> given) {
        settings.put(instance, given);
        return start(instance);
    }

    ServiceProcess start(String instance) {
        Map<String, String> all = new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                cluster.throughProxy(),
                "dateline.stream.instance",
                instance,
                "dateline.console.feed-replay",
                "1"));
        all.putAll(settings.getOrDefault(instance, CHEAP));
        int port = ports.computeIfAbsent(instance, free -> FreePorts.any());
        ServiceProcess service = ServiceProcess.start(name + "-" + instance, port, command(), all);
        services.put(instance, service);
        return service;
    }

    ServiceProcess service(String instance) {
        return Optional.ofNullable(services.get(instance)).orElseThrow();
    }

    void kill(String instance) {
        service(instance).kill();
    }

    /** Waits until something else has killed it. */
    void awaitEnd(String instance) {
        Awaitility.await(instance + " ended")
                .atMost(PROGRESS_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !service(instance).isAlive());
    }

    /** What happened just now is a fault, or its end: recovery counts from here. */
    void fault() {
        faults.add(System.currentTimeMillis());
    }

    /** Waits until that many more articles have come out. */
    void progress(int articles) {
        int before = arrivals.count();
        Awaitility.await(name + ": progress")
                .atMost(PROGRESS_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> arrivals.count() >= before + articles);
    }

    /** Lets a random time of at most so long pass. */
    void chance(Duration most) {
        pass(Duration.ofMillis(random.nextInt((int) most.toMillis())));
    }

    /** Lets time pass: the length of a fault, not a wait for something. */
    void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Awaitility.await()
                .atMost(time.plusSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> System.nanoTime() >= end);
    }

    /** Stops feeding, lets the verifier judge, adds the row, and fails unless all is well. */
    void verify(String fault, int runs, Duration within) {
        feeder.close();
        List<String> arguments = new ArrayList<>(
                List.of("--bootstrap", cluster.bootstrap(), "--sent", sent.toString(), "--within", within.toString()));
        if (stories) {
            arguments.add("--stories");
        }
        Process verifier = JavaProgram.start(name + "-verdict", Verifier.class, "2g", arguments);
        int exitCode = verifier.onExit().join().exitValue();
        try {
            String said = Files.readString(JavaProgram.log(name + "-verdict"));
            String last = said.lines().reduce((before, after) -> after).orElse("");
            assertThat(last).as(said).startsWith("{");
            JsonNode verdict = new ObjectMapper().readTree(last);
            List<Duration> recoveries = faults.stream()
                    .map(since -> arrivals.recovery(since, services.size() > 1))
                    .flatMap(Optional::stream)
                    .toList();
            FaultTable.add(fault, runs, verdict, recoveries, stories);
            assertThat(exitCode).as(said).isZero();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        feeder.abandon();
        arrivals.close();
        services.values().forEach(ServiceProcess::close);
        cluster.close();
    }
}
