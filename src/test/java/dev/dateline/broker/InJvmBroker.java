package dev.dateline.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node, broker and controller, in this JVM: transactions, the classic and the new group protocol, no automatic
 * topics. It can be stopped and resumed on its port and data, as in an outage. Safe for use by several threads.
 */
public final class InJvmBroker implements AutoCloseable {
    /** Fixed, since a broker refuses data that carries another cluster's id. */
    private static final String CLUSTER_ID = "dateline-in-jvm-broker";

    private final Directory directory;
    private final int port;
    private final Optional<Integer> guardedPort;
    private final List<Listener> listeners;
    private Optional<KafkaRaftServer> server = Optional.empty();

    private InJvmBroker(Directory directory, int port, Optional<Integer> guardedPort, List<Listener> listeners) {
        this.directory = directory;
        this.port = port;
        this.guardedPort = guardedPort;
        this.listeners = List.copyOf(listeners);
    }

    /** On a free port, with data that is gone after {@link #close}. */
    public static InJvmBroker start() {
        return started(new InJvmBroker(Directory.temporary(), FreePorts.any(), Optional.empty(), List.of()));
    }

    /** As {@link #start()}, with further listeners. */
    public static InJvmBroker start(List<Listener> listeners) {
        return started(new InJvmBroker(Directory.temporary(), FreePorts.any(), Optional.empty(), listeners));
    }

    /** On the data of an earlier broker, when there is any in the directory, which is kept. */
    public static InJvmBroker start(Path directory, int port) {
        return started(new InJvmBroker(new Directory(directory, true), port, Optional.empty(), List.of()));
    }

    /**
     * With a second listener, where each client logs in by SCRAM-SHA-512 and may do what the authorizer's rules allow and
     * nothing else. Who comes by the first one may do all.
     */
    public static InJvmBroker startGuarded() {
        return started(
                new InJvmBroker(Directory.temporary(), FreePorts.any(), Optional.of(FreePorts.any()), List.of()));
    }

    private static InJvmBroker started(InJvmBroker broker) {
        try {
            broker.resume();
            return broker;
        } catch (RuntimeException | Error failure) {
            // An Error, too: Kafka's classes fail to initialise in a JVM that is shutting down.
            broker.directory.release();
            throw failure;
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Of a broker started {@linkplain #startGuarded() guarded}: where clients must log in. */
    public String guardedBootstrapServers() {
        return "localhost:" + guardedPort.orElseThrow();
    }

    public int port() {
        return port;
    }

    /** Stops as on an orderly shutdown; clients see a broker that is down. Without effect when it is stopped. */
    public synchronized void stop() {
        server.ifPresent(running -> {
            running.shutdown();
            running.awaitShutdown();
        });
        server = Optional.empty();
    }

    /** Returns when the broker answers. Without effect when it runs. */
    public synchronized void resume() {
        if (server.isPresent()) {
            return;
        }
        QuietLogs.apply();
        Properties settings = BrokerProperties.of(directory.path(), port, FreePorts.any());
        guardedPort.ifPresent(guarded -> BrokerProperties.guard(settings, guarded));
        listeners.forEach(listener -> BrokerProperties.add(settings, listener));
        format(directory.path(), BrokerProperties.NODE_ID);
        KafkaRaftServer starting = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        starting.startup();
        server = Optional.of(starting);
    }

    public void restart() {
        stop();
        resume();
    }

    /** Without effect on a directory that is formatted. */
    static void format(Path directory, int nodeId) {
        try {
            new Formatter()
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(nodeId)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception failure) {
            throw new IllegalStateException("cannot format " + directory, failure);
        }
    }

    /** An administration client, for the caller to close. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    /** Deletion policy and broker defaults for all else. */
    public void createTopics(int partitions, String... names) {
        createTopics(Arrays.stream(names)
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList());
    }

    public void createTopics(Collection<NewTopic> topics) {
        try (Admin admin = admin()) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("cannot create " + topics, failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating " + topics, interrupted);
        }
    }

    @Override
    public synchronized void close() {
        stop();
        directory.release();
    }
}
