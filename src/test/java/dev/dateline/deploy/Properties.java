package dev.dateline.deploy;

import dev.dateline.app.EnrichConfig;
import dev.dateline.app.RolesConfig;
import dev.dateline.console.ConsoleConfig;
import dev.dateline.ops.LogConfig;
import dev.dateline.stream.RoutesConfig;
import dev.dateline.stream.StreamConfig;
import dev.dateline.stream.TopicsConfig;
import dev.dateline.stream.stories.StoriesConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The properties that the service knows, and their defaults. */
final class Properties {
    private static final List<Class<?>> MAPPINGS = List.of(
            StreamConfig.class,
            TopicsConfig.class,
            RoutesConfig.class,
            EnrichConfig.class,
            RolesConfig.class,
            StoriesConfig.class,
            ConsoleConfig.class,
            LogConfig.class);

    private Properties() {}

    /** The defaults, with no setting over them. */
    static <T> T mapping(Class<T> type) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(type)
                .build()
                .getConfigMapping(type);
    }

    static int httpPort() {
        return port("quarkus.http.port");
    }

    static int managementPort() {
        return port("quarkus.management.port");
    }

    private static int port(String property) {
        java.util.Properties application = new java.util.Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            application.load(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Integer.parseInt(application.getProperty(property));
    }

    /** Whether an environment variable sets a property of ours or of the Kafka clients. */
    static boolean known(String variable) {
        return ours().contains(variable) || kafkas().contains(variable);
    }

    private static Set<String> ours() {
        return MAPPINGS.stream()
                .flatMap(mapping -> Arrays.stream(mapping.getMethods())
                        .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != Map.class)
                        .map(method -> prefix(mapping) + "." + method.getName().replaceAll("([A-Z])", "-$1")))
                .map(Properties::variable)
                .collect(Collectors.toSet());
    }

    private static String prefix(Class<?> mapping) {
        return mapping.getAnnotation(ConfigMapping.class).prefix();
    }

    private static Set<String> kafkas() {
        return Stream.of(ConsumerConfig.configNames(), ProducerConfig.configNames(), AdminClientConfig.configNames())
                .flatMap(Set::stream)
                .map(name -> variable("kafka." + name))
                .collect(Collectors.toSet());
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
