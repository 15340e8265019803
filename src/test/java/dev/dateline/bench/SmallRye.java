package dev.dateline.bench;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.inject.ConfigExtension;
import io.smallrye.reactive.messaging.kafka.KafkaCDIEvents;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import io.smallrye.reactive.messaging.kafka.commit.KafkaThrottledLatestProcessedCommit;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailStop;
import io.smallrye.reactive.messaging.providers.MediatorConfigurationSupport;
import io.smallrye.reactive.messaging.providers.extension.ReactiveMessagingExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** Articles passed on by SmallRye Reactive Messaging as its connector does it by default: at least once. */
final class SmallRye {
    private static final String IN = "mp.messaging.incoming.passed-in.";
    private static final String OUT = "mp.messaging.outgoing.passed-on.";

    private SmallRye() {}

    static void pass(Rig rig, String group, String to, int count) throws InterruptedException {
        ConfigProviderResolver configs = ConfigProviderResolver.instance();
        Config config = new SmallRyeConfigBuilder()
                .withDefaultValues(settings(rig, group, to))
                .build();
        configs.registerConfig(config, Thread.currentThread().getContextClassLoader());
        SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new ReactiveMessagingExtension(), new ConfigExtension())
                .addPackages(true, MediatorConfigurationSupport.class)
                .addBeanClasses(
                        KafkaConnector.class,
                        KafkaCDIEvents.class,
                        KafkaThrottledLatestProcessedCommit.Factory.class,
                        KafkaFailStop.Factory.class,
                        PassOn.class)
                .initialize();
        try {
            rig.awaitCommitted(group, count);
        } finally {
            container.close();
            configs.releaseConfig(config);
        }
    }

    private static Map<String, String> settings(Rig rig, String group, String to) {
        Map<String, String> settings = new HashMap<>();
        for (String channel : List.of(IN, OUT)) {
            Rig.client(rig.bootstrapServers()).forEach((name, value) -> settings.put(channel + name, value.toString()));
            settings.put(channel + "connector", KafkaConnector.CONNECTOR_NAME);
        }
        settings.put(IN + "topic", Rig.ARTICLES);
        settings.put(IN + "group.id", group);
        settings.put(IN + "auto.offset.reset", "earliest");
        settings.put(IN + "auto.commit.interval.ms", "100");
        settings.put(IN + "key.deserializer", ByteArrayDeserializer.class.getName());
        settings.put(IN + "value.deserializer", ByteArrayDeserializer.class.getName());
        settings.put(OUT + "topic", to);
        settings.put(OUT + "propagate-record-key", "true");
        settings.put(OUT + "key.serializer", ByteArraySerializer.class.getName());
        settings.put(OUT + "value.serializer", ByteArraySerializer.class.getName());
        return settings;
    }

    /** What a program of its user would be. */
    @ApplicationScoped
    static class PassOn {
        @Incoming("passed-in")
        @Outgoing("passed-on")
        Message<byte[]> pass(Message<byte[]> article) {
            return article;
        }
    }
}
