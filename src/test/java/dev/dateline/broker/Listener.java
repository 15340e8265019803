package dev.dateline.broker;

import java.util.Map;

/**
 * A further way into a broker, beside the plain one.
 *
 * @param protocol {@code SSL} or {@code SASL_SSL}
 * @param settings of this listener alone
 */
public record Listener(String name, int port, String protocol, Map<String, String> settings) {
    public Listener {
        settings = Map.copyOf(settings);
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }
}
