package dev.dateline.bench;

import dev.dateline.broker.FreePorts;
import dev.dateline.stream.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker, and services on it; what is measured is asked of the broker, so that watching costs next to nothing. */
final class Rig implements AutoCloseable {
    static final String ARTICLES = "articles";
    static final String BACKFILL = "articles.backfill";
    static final String ENRICHED = "articles.enriched";
    static final String ARTICLE_STORIES = "articles.stories";
    static final String BACKFILLING = "dateline-enrich-backfill";
    private static final String ENRICHING = "dateline-enrich-live";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final RigOptions options;
    private final BrokerProcess broker;
    private final Admin admin;
    private final List<MeasuredService> services = new ArrayList<>();

    Rig(RigOptions options) {
        this.options = options;
        this.broker = BrokerProcess.start(options.brokerCpus);
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        create(ARTICLES, options.partitions);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static List<String> pinned(String cpus) {
        return cpus.isEmpty() ? List.of() : List.of("taskset", "-c", cpus);
    }

    static Map<String, Object> client(String bootstrapServers) {
        return Map.of("bootstrap.servers", bootstrapServers, "compression.type", "lz4");
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    long brokerPid() {
        return broker.pid();
    }

    void create(String topic, int partitions) {
        waited(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all());
    }

    /** Starts one more service and waits until it is ready. */
    MeasuredService startService(String cpus) {
        MeasuredService started = beginService(cpus);
        started.process().awaitReady();
        return started;
    }

    /** Starts one more service. */
    MeasuredService beginService(String cpus) {
        Path gcLog = Path.of("target", "bench-gc-" + services.size() + ".log");
        List<String> java = new ArrayList<>(pinned(cpus));
        java.add(Path.of(options.javaHome, "bin", "java").toString());
        java.add("-Xmx" + options.heap);
        java.add("-Xlog:gc:file=" + gcLog + ":uptime:filecount=0");
        java.addAll(options.javaOptions);
        Map<String, String> settings = new TreeMap<>(options.settings);
        settings.put("kafka.bootstrap.servers", bootstrapServers());
        settings.put("dateline.topics.create", "true");
        settings.put("dateline.topics.partitions", String.valueOf(options.partitions));
        settings.put("dateline.stream.instance", "bench-" + services.size());
        try {
            Files.deleteIfExists(gcLog);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        MeasuredService started = new MeasuredService(
                ServiceProcess.start("bench-" + services.size(), FreePorts.any(), java, settings), gcLog);
        services.add(started);
        return started;
    }

    /** Lets all services end in order. */
    void endServices() {
        services.forEach(each -> each.process().terminate());
        services.clear();
    }

    void stopServices() {
        services.forEach(each -> each.process().kill());
        services.clear();
    }

    /** What topics take of the broker's disk. */
    long megabytes(Collection<String> topics) {
        List<Integer> brokers =
                waited(admin.describeCluster().nodes()).stream().map(Node::id).toList();
        return waited(admin.describeLogDirs(brokers).allDescriptions()).values().stream()
                        .flatMap(broker -> broker.values().stream())
                        .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                        .filter(replica -> topics.contains(replica.getKey().topic()))
                        .mapToLong(replica -> replica.getValue().size())
                        .sum()
                / 1_000_000;
    }

    /** Puts articles on the input, as fast as they go. */
    void send(News news, int from, int to) {
        send(news, ARTICLES, from, to);
    }

    void send(News news, String topic, int from, int to) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "linger.ms", 20, "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = from; i < to; i++) {
                producer.send(new ProducerRecord<>(topic, i % options.partitions, NewsItem.key(i), news.json(i)));
            }
        }
    }

    /** Returns when so many articles are enriched and committed. */
    void awaitEnriched(long articles) throws InterruptedException {
        awaitCommitted(ENRICHING, articles);
    }

    /** Returns when a group has read so many articles. */
    void awaitCommitted(String group, long articles) throws InterruptedException {
        while (read(group) < articles) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** Articles that a group has read. */
    long read(String group) {
        return committed(group).values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /** Returns when so many articles are in stories, unless the services do not have the role. */
    void awaitStories(long articles) throws InterruptedException {
        while (services.stream()
                        .mapToDouble(each -> each.metric("dateline_stories_delay_seconds_count"))
                        .sum()
                < articles) {
            Thread.sleep(10 * BETWEEN_LOOKS.toMillis());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        Map<TopicPartition, OffsetAndMetadata> known =
                waited(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        known.values().removeIf(Objects::isNull);
        return known;
    }

    static <T> T waited(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Collection<MeasuredService> services() {
        return List.copyOf(services);
    }

    @Override
    public void close() {
        stopServices();
        admin.close();
        broker.close();
    }
}
