package dev.dateline.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the platform allows: the same articles from topic to topic, untouched, as others would do it. */
@Command(
        name = "platform",
        description = "The same articles passed on untouched: raw clients, SmallRye and Kafka Streams.")
final class Platform implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(100);

    @Mixin
    private final RigOptions options = new RigOptions();

    @Option(names = "--count", defaultValue = "50000", description = "articles (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--rounds", defaultValue = "2", description = "all peers by turns (default: ${DEFAULT-VALUE})")
    private int rounds;

    /** One way to pass records on; returns when it has passed on so many. */
    private interface Peer {
        void pass(Rig rig, String group, String to, int count) throws InterruptedException;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Rig rig = new Rig(options)) {
            rig.send(options.news(), 0, count);
            for (int round = 0; round < rounds; round++) {
                run(rig, round, "raw clients", Platform::rawClients);
                run(rig, round, "raw transactions", Platform::rawTransactions);
                run(rig, round, "SmallRye, at least once", SmallRye::pass);
                run(rig, round, "Kafka Streams, at least once", streams("at_least_once"));
                run(rig, round, "Kafka Streams, exactly once", streams("exactly_once_v2"));
            }
        }
        return 0;
    }

    private void run(Rig rig, int round, String name, Peer peer) throws InterruptedException {
        String label = name.replaceAll("\\W+", "-") + "-" + round;
        rig.create(label, options.partitions);
        CpuTime before = CpuTime.of(ProcessHandle.current().pid());
        long begun = System.nanoTime();
        peer.pass(rig, label, label, count);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpu = CpuTime.of(ProcessHandle.current().pid()).millisSince(before);
        System.out.printf(
                Locale.ROOT,
                "%-30s %8.0f articles/s, %.3f ms of processor time each%n",
                name,
                count / seconds,
                cpu / count);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Rig rig, String group) {
        Map<String, Object> settings = new HashMap<>(Rig.client(rig.bootstrapServers()));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Rig.ARTICLES));
        return consumer;
    }

    private static KafkaProducer<byte[], byte[]> producer(Rig rig, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Rig.client(rig.bootstrapServers()));
        settings.putAll(more);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void rawClients(Rig rig, String group, String to, int count) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(rig, group);
                KafkaProducer<byte[], byte[]> producer = producer(rig, Map.of())) {
            for (int passed = 0; passed < count; ) {
                ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
                batch.forEach(each -> producer.send(new ProducerRecord<>(to, each.key(), each.value())));
                producer.flush();
                consumer.commitSync();
                passed += batch.count();
            }
        }
    }

    private static void rawTransactions(Rig rig, String group, String to, int count) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(rig, group);
                KafkaProducer<byte[], byte[]> producer = producer(rig, Map.of("transactional.id", group))) {
            producer.initTransactions();
            for (int passed = 0; passed < count; ) {
                ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
                if (batch.isEmpty()) {
                    continue;
                }
                producer.beginTransaction();
                batch.forEach(each -> producer.send(new ProducerRecord<>(to, each.key(), each.value())));
                producer.sendOffsetsToTransaction(batch.nextOffsets(), consumer.groupMetadata());
                producer.commitTransaction();
                passed += batch.count();
            }
        }
    }

    private static Peer streams(String guarantee) {
        return (rig, group, to, count) -> {
            StreamsBuilder builder = new StreamsBuilder();
            builder.stream(Rig.ARTICLES, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                    .to(to, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
            Properties settings = new Properties();
            settings.putAll(Rig.client(rig.bootstrapServers()));
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, group);
            settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
            settings.put("auto.offset.reset", "earliest");
            settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
            try (KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
                streams.start();
                rig.awaitCommitted(group, count);
            }
        };
    }
}
