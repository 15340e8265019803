package dev.dateline.stream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Kafka clients of the loop. Settings in order of weight: what the guarantee needs, then the operator's
 * {@code dateline.stream.consumer.*} and {@code .producer.*}, then {@code kafka.*}, then the defaults below.
 */
public final class KafkaClients {
    private final Map<String, Object> common;
    private final StreamConfig config;
    private final String instance;

    /** @param common bootstrap servers, security and whatever else all clients share */
    public KafkaClients(Map<String, Object> common, StreamConfig config) {
        this.common = Map.copyOf(common);
        this.config = config;
        this.instance = instance(config);
    }

    /** Name of this process among those that run at once. */
    public static String instance(StreamConfig config) {
        return config.instance().orElseGet(KafkaClients::hostAndProcess);
    }

    Consumer<byte[], byte[]> consumer(Lane lane) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Small portions of each partition, so that many partitions in backlog come by turns.
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * 1024 * 1024);
        // One at a time: only their compressed size is bounded before they are here, and what is small in a fetch can
        // be 100 MB. A poll of what was fetched takes microseconds.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 600_000);
        settings.putAll(common);
        settings.putAll(config.consumer());
        if (!"consumer".equals(lower(settings.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG)))) {
            // How long a killed instance's partitions stay stuck. With the consumer protocol the broker decides, and
            // the
            // client refuses these settings.
            settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
            settings.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        }
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group(lane));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, id(lane) + "-consumer");
        if (config.staticMembership()) {
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id(lane));
        }
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Producer<byte[], byte[]> producer(Lane lane) {
        Map<String, Object> settings = new HashMap<>();
        // Whatever is written is flushed at once: until then few large batches cost less than many small ones.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 100);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
        // Dead letters carry the original, however large; the broker's own limit is the one that counts.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 128 * 1024 * 1024);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 128L * 1024 * 1024);
        // What a killed instance left open hides later records from readers for this long.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.putAll(common);
        settings.putAll(config.producer());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group(lane) + "-" + id(lane));
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, id(lane) + "-producer");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, instance + "-admin");
        return Admin.create(settings);
    }

    /** A group for each lane: a rebalance of the backfill must not stop the live articles. */
    String group(Lane lane) {
        return config.group() + "-" + lane.name();
    }

    private String id(Lane lane) {
        return instance + "-" + lane.name();
    }

    private static String lower(@Nullable Object setting) {
        return String.valueOf(setting).toLowerCase(Locale.ROOT);
    }

    private static String hostAndProcess() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            host = "dateline";
        }
        return host + "-" + ProcessHandle.current().pid();
    }
}
