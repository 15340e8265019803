package dev.dateline.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A node in a JVM of its own, to be killed, stopped and resumed: {@code BrokerProcess FILE}, the node's settings. */
public final class BrokerProcess {
    /** Printed when the node takes requests. */
    public static final String STARTED = "node started";

    private BrokerProcess() {}

    /** Settings of a single node, for the caller to widen. */
    public static Properties settings(Path directory, int port, int controllerPort) {
        return BrokerProperties.of(directory, port, controllerPort);
    }

    public static void main(String[] args) throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(file);
        }
        QuietLogs.apply();
        InJvmBroker.format(
                Path.of(settings.getProperty("log.dirs")), Integer.parseInt(settings.getProperty("node.id")));
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.startup();
        System.out.println(STARTED);
        server.awaitShutdown();
    }
}
