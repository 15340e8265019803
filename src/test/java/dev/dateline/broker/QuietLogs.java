package dev.dateline.broker;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jboss.logmanager.Logger;

/**
 * Keeps a broker's chatter out of the test's output: only what somebody should look at passes. The log manager is asked by
 * its own name, since a JVM that Maven started has the JDK's as the default one.
 */
final class QuietLogs {
    /** The controller warns that it starts, refuses its own node until it has, and a stopped broker is missed loudly. */
    private static final Map<String, Level> LEVELS = Map.of(
            "kafka", Level.WARNING,
            "org.apache.kafka", Level.WARNING,
            "state.change.logger", Level.WARNING,
            "org.apache.kafka.controller.QuorumController", Level.SEVERE,
            "org.apache.kafka.clients.NetworkClient", Level.SEVERE,
            "kafka.server.ControllerApis", Level.OFF);

    /** Held for the life of the JVM: a logger that nobody holds loses its level. */
    private static final List<Logger> QUIETENED =
            LEVELS.keySet().stream().map(Logger::getLogger).toList();

    private QuietLogs() {}

    static void apply() {
        QUIETENED.forEach(logger -> logger.setLevel(LEVELS.get(logger.getName())));
    }
}
