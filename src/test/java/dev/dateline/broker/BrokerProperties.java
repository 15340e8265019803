package dev.dateline.broker;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** The settings of a broker that is its own controller and the only node of its cluster. */
final class BrokerProperties {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String MAX_MESSAGE_BYTES = String.valueOf(32 * 1024 * 1024);

    private BrokerProperties() {}

    static Properties of(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.setProperty("node.id", String.valueOf(NODE_ID));
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("controller.quorum.voters", NODE_ID + "@localhost:" + controllerPort);
        settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        settings.setProperty(
                "listeners",
                "PLAINTEXT://localhost:" + port + "," + CONTROLLER_LISTENER + "://localhost:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("log.dirs", directory.toString());
        oneNode(settings);
        quickToReact(settings);
        small(settings);
        return settings;
    }

    static void add(Properties settings, Listener listener) {
        String address = "," + listener.name() + "://localhost:" + listener.port();
        settings.merge("listeners", address, (one, more) -> one + "" + more);
        settings.merge("advertised.listeners", address, (one, more) -> one + "" + more);
        settings.merge(
                "listener.security.protocol.map",
                "," + listener.name() + ":" + listener.protocol(),
                (one, more) -> one + "" + more);
        listener.settings()
                .forEach((name, value) -> settings.setProperty(
                        "listener.name." + listener.name().toLowerCase(Locale.ROOT) + "." + name, value));
    }

    /** A listener of its own for clients that must log in; the node itself, and whoever uses the others, may do all. */
    static void guard(Properties settings, int port) {
        settings.merge("listeners", ",SASL_PLAINTEXT://localhost:" + port, (one, more) -> one + "" + more);
        settings.merge("advertised.listeners", ",SASL_PLAINTEXT://localhost:" + port, (one, more) -> one + "" + more);
        settings.merge(
                "listener.security.protocol.map", ",SASL_PLAINTEXT:SASL_PLAINTEXT", (one, more) -> one + "" + more);
        settings.setProperty("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.setProperty(
                "listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.setProperty("super.users", "User:ANONYMOUS");
    }

    private static void oneNode(Properties settings) {
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("message.max.bytes", MAX_MESSAGE_BYTES);
        settings.setProperty("replica.fetch.max.bytes", MAX_MESSAGE_BYTES);
    }

    /** A test should not wait for time-outs that are meant for machines far apart. */
    private static void quickToReact(Properties settings) {
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("group.min.session.timeout.ms", "1000");
        settings.setProperty("group.consumer.min.heartbeat.interval.ms", "100");
        settings.setProperty("group.consumer.heartbeat.interval.ms", "500");
        settings.setProperty("group.consumer.min.session.timeout.ms", "1000");
        settings.setProperty("group.consumer.session.timeout.ms", "6000");
        settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.setProperty("initial.broker.registration.timeout.ms", "20000");
    }

    /** Fewer partitions, threads and buffers: the broker shares its JVM and starts in seconds. */
    private static void small(Properties settings) {
        settings.setProperty("offsets.topic.num.partitions", "5");
        settings.setProperty("transaction.state.log.num.partitions", "5");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "5");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
        settings.setProperty("log.index.size.max.bytes", String.valueOf(1024 * 1024));
        settings.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024));
    }
}
