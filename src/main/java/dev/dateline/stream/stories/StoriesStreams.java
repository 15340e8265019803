package dev.dateline.stream.stories;

import dev.dateline.stream.TopicCatalog;
import dev.dateline.stream.Tracing;
import dev.dateline.wire.StoriesEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jboss.logging.Logger;

/**
 * Kafka Streams with our life cycle: waits for the broker, the topics and room for the state, starts, replaces a thread that
 * failed, closes. Where the state cannot be written it gives its work to the other instances and is dead, to be restarted:
 * a thread that replaced the failed one would take the same work back and fail at it again.
 */
public final class StoriesStreams {
    private static final Logger LOG = Logger.getLogger(StoriesStreams.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(20);

    private final TopicCatalog catalog;
    private final Map<String, Object> common;
    private final KafkaStreams streams;
    private final StateDisk disk;
    private final Thread starter = new Thread(this::startWhenPossible, "dateline-stories-start");

    private volatile Optional<String> trouble = Optional.of("not yet connected");
    private volatile boolean stopping;

    /**
     * Builds the topology; {@link #start} connects.
     *
     * @param common bootstrap servers, security and whatever else all clients share
     * @param instance this process
     */
    public StoriesStreams(
            TopicCatalog catalog,
            Map<String, Object> common,
            StoriesConfig config,
            Instance instance,
            StoriesEncoder encoder,
            StoriesView view,
            StoriesObserver observer,
            Tracing tracing) {
        this.catalog = catalog;
        this.common = Map.copyOf(common);
        Topology topology = StoriesTopology.of(
                catalog.enriched(), catalog.storyOutputs(), config, encoder, view, observer, tracing);
        StreamsConfig settings = new StreamsConfig(settings(common, config, instance, catalog.replicas()));
        this.streams = new KafkaStreams(topology, settings);
        this.disk = new StateDisk(
                Path.of(settings.getString(StreamsConfig.STATE_DIR_CONFIG)),
                config.stateMinFree().asLongValue());
        streams.setUncaughtExceptionHandler(this::failed);
        streams.setStateListener((now, before) -> LOG.infof("Stories state=%s before=%s", now, before));
        streams.setGlobalStateRestoreListener(new Restoring(observer));
        view.over(streams);
        observer.opened(streams);
    }

    /**
     * A process among those that share the work.
     *
     * @param name unique among those that run at once
     * @param staticMember whether a quick restart keeps its partitions
     * @param advertised host and port where others reach its HTTP side
     */
    public record Instance(String name, boolean staticMember, String advertised) {}

    public void start() {
        starter.setDaemon(true);
        starter.start();
    }

    /** Whether the topics were found and Kafka Streams was started. */
    public boolean started() {
        return trouble.isEmpty();
    }

    /** Why no article can be taken right now, or soon none, if so. */
    public Optional<String> trouble() {
        KafkaStreams.State state = streams.state();
        return trouble.or(disk::shortage)
                .or(() -> state == KafkaStreams.State.RUNNING
                        ? Optional.empty()
                        : Optional.of("Kafka Streams is " + state));
    }

    private StreamThreadExceptionResponse failed(Throwable failure) {
        if (!StateDisk.failed(failure)) {
            LOG.errorf(failure, "A thread of the stories failed and is replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        trouble = Optional.of(StateDisk.NOT_WRITABLE + ": " + failure);
        LOG.errorf(
                failure,
                "The stories end, their state cannot be written code=%s disk=%s",
                StateDisk.NOT_WRITABLE,
                disk);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Whether it has ended for good without having been told to. */
    public boolean dead() {
        return !stopping
                && (streams.state() == KafkaStreams.State.ERROR
                        || streams.state().hasCompletedShutdown());
    }

    /** Commits what is under way and leaves; under static membership the partitions wait for the restart. */
    public void stop() {
        stopping = true;
        starter.interrupt();
        streams.close(CLOSED_WITHIN);
    }

    private void startWhenPossible() {
        while (!stopping && trouble.isPresent()) {
            try (Admin admin = Admin.create(new HashMap<>(common))) {
                while (!stopping && trouble.isPresent()) {
                    Set<String> missing = catalog.missing(admin, catalog.ofStories());
                    trouble = missing.isEmpty() ? Optional.empty() : Optional.of("topics missing: " + missing);
                    if (trouble.isPresent()) {
                        Thread.sleep(LOOK_EVERY.toMillis());
                    }
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (ExecutionException | RuntimeException unreachable) {
                trouble = Optional.of("broker: " + unreachable);
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
        awaitRoom();
        if (!stopping) {
            streams.start();
        }
    }

    /** What an earlier process left is thrown away first: it can be read again from Kafka, into the same room. */
    private void awaitRoom() {
        Optional<String> shortage = disk.shortage();
        if (shortage.isEmpty()) {
            return;
        }
        LOG.errorf("The state of an earlier process is removed and read again trouble=%s", shortage.get());
        streams.cleanUp();
        while (!stopping && disk.shortage().isPresent()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static Map<String, Object> settings(
            Map<String, Object> common, StoriesConfig config, Instance instance, short replicas) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 600_000);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 128 * 1024 * 1024);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) replicas);
        settings.putAll(common);
        settings.putAll(config.streams());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.group());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, instance.name() + "-stories");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, instance.advertised());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                config.stateDir().orElseGet(() -> ownFolder(instance).toString()));
        if (instance.staticMember()) {
            settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance.name());
        }
        return settings;
    }

    /** Two processes of one machine cannot share a folder; their ports differ, and stay the same over a restart. */
    private static Path ownFolder(Instance instance) {
        String port = instance.advertised().substring(instance.advertised().lastIndexOf(':') + 1);
        return Path.of(System.getProperty("java.io.tmpdir"), "dateline-" + port);
    }

    /** Counts what is still to be read. */
    private record Restoring(StoriesObserver observer, Map<String, Long> left) implements StateRestoreListener {
        Restoring(StoriesObserver observer) {
            this(observer, new java.util.concurrent.ConcurrentHashMap<>());
        }

        @Override
        public void onRestoreStart(TopicPartition partition, String store, long first, long end) {
            tell(partition, end - first);
        }

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long last, long count) {
            tell(partition, left.getOrDefault(partition.toString(), 0L) - count);
        }

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long total) {
            left.remove(partition.toString());
            observer.restoring(sum());
        }

        @Override
        public void onRestoreSuspended(TopicPartition partition, String store, long total) {
            onRestoreEnd(partition, store, total);
        }

        private void tell(TopicPartition partition, long records) {
            left.put(partition.toString(), Math.max(0, records));
            observer.restoring(sum());
        }

        private long sum() {
            return left.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
