package dev.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests that stand on this broker may rely on what is shown here. */
class InJvmBrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void hidesAbortedRecordsFromReadCommittedConsumersOfEitherProtocol(String protocol) throws Exception {
        try (InJvmBroker broker = InJvmBroker.start()) {
            broker.createTopics(2, "facts");
            try (KafkaProducer<String, String> producer = transactional(broker)) {
                producer.initTransactions();
                producer.beginTransaction();
                send(producer, "aborted");
                producer.abortTransaction();
                producer.beginTransaction();
                send(producer, "committed");
                producer.commitTransaction();
            }

            assertThat(read(broker, protocol, "facts", 1)).containsExactly("committed");
        }
    }

    @Test
    void keepsRecordsAndCommittedOffsetsOverARestart(@TempDir Path data) throws Exception {
        int port = FreePorts.any();
        TopicPartition partition = new TopicPartition("facts", 0);
        try (InJvmBroker broker = InJvmBroker.start(data, port)) {
            broker.createTopics(1, "facts");
            try (KafkaProducer<String, String> producer = transactional(broker);
                    KafkaConsumer<String, String> consumer = consumer(broker, "classic", "group")) {
                producer.initTransactions();
                producer.beginTransaction();
                send(producer, "one");
                producer.sendOffsetsToTransaction(
                        Map.of(partition, new OffsetAndMetadata(1)), consumer.groupMetadata());
                producer.commitTransaction();

                broker.restart();

                producer.beginTransaction();
                send(producer, "two");
                producer.commitTransaction();
            }
        }

        try (InJvmBroker broker = InJvmBroker.start(data, port)) {
            assertThat(read(broker, "consumer", "facts", 2)).containsExactly("one", "two");
            try (KafkaConsumer<String, String> consumer = consumer(broker, "classic", "group")) {
                assertThat(consumer.committed(Set.of(partition))).containsEntry(partition, new OffsetAndMetadata(1));
            }
        }
        assertThat(data).isNotEmptyDirectory();
    }

    @Test
    void leavesNothingBehindInItsOwnDirectory() throws Exception {
        Path directory;
        try (InJvmBroker broker = InJvmBroker.start();
                var admin = broker.admin()) {
            directory =
                    admin.describeLogDirs(List.of(BrokerProperties.NODE_ID)).allDescriptions().get().values().stream()
                            .flatMap(logs -> logs.keySet().stream())
                            .map(Path::of)
                            .findFirst()
                            .orElseThrow();
            assertThat(directory).isDirectory();
        }

        assertThat(Files.exists(directory)).isFalse();
    }

    private static KafkaProducer<String, String> transactional(InJvmBroker broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Returns when the broker has the record. */
    private static void send(KafkaProducer<String, String> producer, String value) throws Exception {
        producer.send(new ProducerRecord<>("facts", "a", value)).get();
    }

    private static KafkaConsumer<String, String> consumer(InJvmBroker broker, String protocol, String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        group,
                        "group.protocol",
                        protocol,
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** Reads until {@code expected} values are there, and once more, for those that should not be. */
    private static List<String> read(InJvmBroker broker, String protocol, String topic, int expected) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                consumer(broker, protocol, UUID.randomUUID().toString())) {
            consumer.subscribe(List.of(topic));
            Instant end = Instant.now().plus(PATIENCE);
            while (values.size() < expected && Instant.now().isBefore(end)) {
                collect(consumer, Duration.ofMillis(200), values);
            }
            collect(consumer, Duration.ofMillis(500), values);
        }
        return values;
    }

    private static void collect(KafkaConsumer<String, String> consumer, Duration wait, List<String> values) {
        for (ConsumerRecord<String, String> found : consumer.poll(wait)) {
            values.add(found.value());
        }
    }
}
