package dev.dateline.faults;

import dev.dateline.broker.BrokerProcess;
import dev.dateline.broker.Directory;
import dev.dateline.broker.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.awaitility.Awaitility;

/**
 * Kafka nodes, each a process. Each listens twice: directly, for those who watch, and behind a {@link Proxy}, for the
 * service. With three nodes all is replicated three times and needs two.
 */
final class Cluster implements AutoCloseable {
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(5);

    private final String name;
    private final Directory directory = Directory.temporary();
    private final Proxy proxy = new Proxy();
    private final List<Node> nodes = new ArrayList<>();

    private Cluster(String name, int size) {
        this.name = name;
        for (int id = 1; id <= size; id++) {
            nodes.add(new Node(id, FreePorts.any(), FreePorts.any(), FreePorts.any(), FreePorts.any()));
        }
    }

    static Cluster start(String name, int size) {
        Cluster cluster = new Cluster(name, size);
        try {
            cluster.nodes.forEach(node -> cluster.proxy.forward(node.proxyPort, node.behindProxyPort));
            cluster.nodes.forEach(Node::launch);
            cluster.nodes.forEach(Node::awaitStarted);
            return cluster;
        } catch (RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    /** For those who watch. */
    String bootstrap() {
        return nodes.stream().map(node -> "localhost:" + node.port).collect(Collectors.joining(","));
    }

    /** For the service. */
    String throughProxy() {
        return nodes.stream().map(node -> "localhost:" + node.proxyPort).collect(Collectors.joining(","));
    }

    Proxy proxy() {
        return proxy;
    }

    Node node(int id) {
        return nodes.get(id - 1);
    }

    Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()));
    }

    /** The node that coordinates a consumer group. */
    Node coordinatorOf(String group) {
        try (Admin admin = admin()) {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .findFirst()
                    .map(described -> node(described.coordinator().id()))
                    .orElseThrow();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        proxy.close();
        nodes.forEach(Node::kill);
        directory.release();
    }

    /** A node of the cluster. */
    final class Node {
        private final int id;
        private final int port;
        private final int behindProxyPort;
        private final int proxyPort;
        private final int controllerPort;
        private Optional<Process> process = Optional.empty();
        private long logFrom;

        Node(int id, int port, int behindProxyPort, int proxyPort, int controllerPort) {
            this.id = id;
            this.port = port;
            this.behindProxyPort = behindProxyPort;
            this.proxyPort = proxyPort;
            this.controllerPort = controllerPort;
        }

        private Properties settings() {
            Properties settings = BrokerProcess.settings(directory.path().resolve("node-" + id), port, controllerPort);
            settings.setProperty("node.id", Integer.toString(id));
            settings.setProperty(
                    "controller.quorum.voters",
                    nodes.stream()
                            .map(each -> each.id + "@localhost:" + each.controllerPort)
                            .collect(Collectors.joining(",")));
            settings.setProperty(
                    "listeners",
                    "PLAINTEXT://localhost:%d,PROXIED://localhost:%d,CONTROLLER://localhost:%d"
                            .formatted(port, behindProxyPort, controllerPort));
            settings.setProperty(
                    "advertised.listeners",
                    "PLAINTEXT://localhost:%d,PROXIED://localhost:%d".formatted(port, proxyPort));
            settings.setProperty(
                    "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT");
            settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
            if (nodes.size() > 1) {
                replicated(settings);
            }
            return settings;
        }

        private void replicated(Properties settings) {
            for (String replicas : List.of(
                    "default.replication.factor",
                    "offsets.topic.replication.factor",
                    "transaction.state.log.replication.factor",
                    "share.coordinator.state.topic.replication.factor")) {
                settings.setProperty(replicas, Integer.toString(nodes.size()));
            }
            for (String least : List.of(
                    "min.insync.replicas", "transaction.state.log.min.isr", "share.coordinator.state.topic.min.isr")) {
                settings.setProperty(least, "2");
            }
            settings.setProperty("broker.session.timeout.ms", "6000");
            settings.setProperty("broker.heartbeat.interval.ms", "1000");
            settings.setProperty("replica.lag.time.max.ms", "6000");
        }

        /** Starts the process; {@link #awaitStarted} waits for it. */
        void launch() {
            try {
                Path file = Files.createDirectories(directory.path()).resolve("node-" + id + ".properties");
                try (Writer out = Files.newBufferedWriter(file)) {
                    settings().store(out, null);
                }
                String log = name + "-broker-" + id;
                logFrom = Files.exists(JavaProgram.log(log)) ? Files.size(JavaProgram.log(log)) : 0;
                process = Optional.of(JavaProgram.start(log, BrokerProcess.class, "512m", List.of(file.toString())));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        void awaitStarted() {
            Path log = JavaProgram.log(name + "-broker-" + id);
            Awaitility.await("node " + id)
                    .atMost(STARTED_WITHIN)
                    .until(() -> Files.readString(log).substring((int) logFrom).contains(BrokerProcess.STARTED));
        }

        /** As on an orderly shutdown. */
        void terminate() {
            process.ifPresent(Process::destroy);
            process.ifPresent(running -> running.onExit().join());
        }

        void kill() {
            process.ifPresent(Process::destroyForcibly);
            process.ifPresent(running -> running.onExit().join());
        }

        void signal(String signal) {
            JavaProgram.signal(process.orElseThrow().pid(), signal);
        }
    }
}
